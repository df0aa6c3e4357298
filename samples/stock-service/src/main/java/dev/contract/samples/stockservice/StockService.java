package dev.contract.samples.stockservice;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stock service: {@code GET /shops/{shop}/items}, {@code GET /shops/{shop}/items/{item_id}} and
 * {@code POST /shops/{shop}/items/{item_id}/reservations}.
 *
 * <p>Its arguments are a port and the URL of a database: {@code 8083 "jdbc:sqlite:stock.db?foreign_keys=on&busy_timeout=5000"}.
 */
public final class StockService implements AutoCloseable {
    private static final Pattern PATH =
            Pattern.compile("/shops/(?<shop>[^/]+)/items(/(?<item>\\d{1,18})(?<reservations>/reservations)?)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Stock stock;

    private record Answer(int status, Object body) {
        static Answer error(int status, String message) {
            return new Answer(status, Map.of("error", message));
        }
    }

    private StockService(int port, Stock stock) throws IOException {
        // Headers and body leave in two writes; without this a client on a kept connection waits for the second one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.stock = stock;
        server.createContext("/shops", this::respond);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts the service and leaves it running. */
    public static void main(String... arguments) throws IOException, SQLException {
        Stock stock = new Stock(arguments[1]);
        stock.createTables();
        System.out.println("stock-service listens on "
                + start(Integer.parseInt(arguments[0]), stock).url());
    }

    /** @param port 0 takes a free one */
    static StockService start(int port, Stock stock) throws IOException {
        return new StockService(port, stock);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = attempt(exchange);
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer attempt(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (JacksonException e) {
            return Answer.error(400, "the body is not JSON");
        } catch (SQLException e) {
            return Answer.error(500, "the database failed: " + e.getMessage());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, SQLException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return Answer.error(404, "no such page");
        }
        String shop = path.group("shop");
        if (path.group("item") == null) {
            return new Answer(200, Map.of("items", stock.of(shop)));
        }
        Optional<Item> item = stock.find(shop, Long.parseLong(path.group("item")));
        if (item.isEmpty()) {
            return Answer.error(404, "no such item");
        }
        return path.group("reservations") == null
                ? new Answer(200, item.get())
                : reserve(
                        item.get(),
                        JSON.readTree(exchange.getRequestBody()).path("count").asInt());
    }

    private Answer reserve(Item item, int count) throws SQLException {
        if (count < 1) {
            return Answer.error(400, "a reservation needs a count of at least 1");
        }
        Optional<Reservation> reserved = stock.reserve(item.id(), count);
        return reserved.isPresent()
                ? new Answer(201, reserved.get())
                : Answer.error(409, "there are not as many of " + item.name());
    }
}
