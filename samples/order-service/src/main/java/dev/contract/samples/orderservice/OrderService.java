package dev.contract.samples.orderservice;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The order service: {@code POST /orders} and {@code GET /orders?user_id=…}.
 *
 * <pre>
 * java -jar order-service.jar --port 8082 --user-service http://127.0.0.1:8081
 * </pre>
 */
public final class OrderService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Orders orders;
    private final UserClient users;

    private record Answer(int status, Object body) {
        static Answer error(int status, String message) {
            return new Answer(status, Map.of("error", message));
        }
    }

    private OrderService(Options options, Orders orders) throws IOException {
        // Headers and body leave in two writes; without this a client on a kept connection waits for the second one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        this.orders = orders;
        this.users = new UserClient(options.userService());
        server.createContext("/orders", exchange -> respond(exchange, this::answer));
        if (options.states()) {
            States states = new States(orders);
            server.createContext("/states", exchange -> respond(exchange, each -> change(states, each)));
        }
        server.setExecutor(workers);
        server.start();
    }

    /** Starts the service as its command line says, and leaves it running. */
    public static void main(String... arguments) throws IOException {
        OrderService service = start(Options.parse(List.of(arguments)), new Orders());
        System.out.println("order-service listens on " + service.url());
    }

    static OrderService start(Options options, Orders orders) throws IOException {
        return new OrderService(options, orders);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "POST" -> place(JSON.readTree(exchange.getRequestBody()));
            case "GET" -> list(parameter(exchange, "user_id"));
            default -> Answer.error(405, "only GET and POST");
        };
    }

    private Answer place(JsonNode order) {
        String userId = order.path("user_id").asText("");
        String item = order.path("item").asText("");
        if (userId.isEmpty() || item.isEmpty()) {
            return Answer.error(400, "an order needs user_id and item");
        }
        if (users.find(userId).isEmpty()) {
            return Answer.error(404, "no user " + userId);
        }
        return new Answer(201, orders.place(userId, item));
    }

    private Answer list(Optional<String> userId) {
        if (userId.isEmpty()) {
            return Answer.error(400, "say whose orders: ?user_id=…");
        }
        List<Order> found = orders.of(userId.get());
        return found.isEmpty()
                ? Answer.error(404, "no orders of " + userId.get())
                : new Answer(200, Map.of("user_id", userId.get(), "orders", found));
    }

    private static Optional<String> parameter(HttpExchange exchange, String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Arrays.stream(query.split("&"))
                .filter(piece -> piece.startsWith(name + "="))
                .map(piece -> URLDecoder.decode(piece.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static Answer change(States states, HttpExchange exchange) throws IOException {
        JsonNode change = JSON.readTree(exchange.getRequestBody());
        states.change(change.path("state").asText(), change.path("action").asText("setup"));
        return new Answer(200, Map.of());
    }

    private interface Endpoint {
        Answer answer(HttpExchange exchange) throws IOException;
    }

    private static void respond(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            Answer answer = attempt(exchange, endpoint);
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Answer attempt(HttpExchange exchange, Endpoint endpoint) {
        try {
            return endpoint.answer(exchange);
        } catch (JacksonException e) {
            return Answer.error(400, "the body is not JSON");
        } catch (IllegalStateException | UserClient.Unavailable e) {
            return Answer.error(500, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
