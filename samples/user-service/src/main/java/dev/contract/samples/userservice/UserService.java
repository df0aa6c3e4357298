package dev.contract.samples.userservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user service: {@code GET /users/{user_id}} and {@code GET /users/{user_id}/orders}.
 *
 * <pre>
 * java -jar user-service.jar --port 8081 --order-service http://127.0.0.1:8082
 * </pre>
 */
public final class UserService implements AutoCloseable {
    private static final Pattern USER = Pattern.compile("/users/([^/]+)");
    private static final Pattern ORDERS = Pattern.compile("/users/([^/]+)/orders");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Users users;
    private final OrderClient orders;
    private final String nameField;

    private record Answer(int status, Object body) {
        static Answer error(int status, String message) {
            return new Answer(status, Map.of("error", message));
        }
    }

    private UserService(Options options, Users users) throws IOException {
        // Headers and body leave in two writes; without this a client on a kept connection waits for the second one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        this.users = users;
        this.orders = new OrderClient(options.orderService());
        this.nameField = options.fullName() ? "full_name" : "name";
        server.createContext("/users", exchange -> respond(exchange, this::answer));
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

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Matcher user = USER.matcher(path);
        if (user.matches()) {
            return user(user.group(1));
        }
        Matcher ordersOfUser = ORDERS.matcher(path);
        return ordersOfUser.matches() ? orders(ordersOfUser.group(1)) : Answer.error(404, "no such page");
    }

    private Answer user(String id) {
        return users.find(id).map(this::found).orElseGet(() -> new Answer(404, Map.of("user_id", id, "exists", false)));
    }

    private Answer found(User user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_id", user.id());
        body.put("exists", true);
        body.put(nameField, user.name());
        return new Answer(200, body);
    }

    private Answer orders(String id) {
        if (users.find(id).isEmpty()) {
            return Answer.error(404, "no user " + id);
        }
        return new Answer(200, Map.of("user_id", id, "orders", orders.ordersOf(id)));
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
        } catch (IllegalStateException | OrderClient.Unavailable e) {
            return Answer.error(500, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
