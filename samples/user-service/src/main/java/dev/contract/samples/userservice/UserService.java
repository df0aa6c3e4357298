package dev.contract.samples.userservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The user service: {@code GET /users/{user_id}} and {@code GET /users/{user_id}/orders}.
 *
 * <pre>
 * java -jar user-service.jar --port 8081 --order-service http://127.0.0.1:8082
 * </pre>
 */
public final class UserService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private UserService(Options options, Users users) throws IOException {
        // Headers and body leave in two writes; without this a client on a kept connection waits for the second one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        UserRoutes routes = new UserRoutes(
                users, new OrderClient(options.orderService()), options.fullName() ? "full_name" : "name");
        server.createContext(
                "/users",
                exchange -> respond(
                        exchange, each -> routes.answer(each.getRequestURI().getPath())));
        if (options.states()) {
            States states = new States(users);
            server.createContext("/states", exchange -> respond(exchange, each -> change(states, each)));
        }
        server.setExecutor(workers);
        server.start();
    }

    /** Starts the service as its command line says, and leaves it running. */
    public static void main(String... arguments) throws IOException {
        UserService service = start(Options.parse(List.of(arguments)), new Users());
        System.out.println("user-service listens on " + service.url());
    }

    static UserService start(Options options, Users users) throws IOException {
        return new UserService(options, users);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
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
            Answer answer = endpoint.answer(exchange);
            byte[] body = answer.json();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
