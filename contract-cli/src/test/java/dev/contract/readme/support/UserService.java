package dev.contract.readme.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.provider.state.State;
import dev.contract.provider.state.StateCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The real user service, small: {@code GET /users/{id}}, and {@code POST /states}, which makes the users that contracts ask for. */
public final class UserService implements AutoCloseable {
    private final HttpServer server;
    private final String nameKey;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    private UserService(String nameKey) throws IOException {
        this.nameKey = nameKey;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/users/", this::user);
        server.createContext("/states", this::state);
        server.start();
    }

    /** A service that tells the names of users under this key. */
    public static UserService tellingNamesAs(String nameKey) throws IOException {
        return new UserService(nameKey);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void save(String id) {
        names.put(id, "Bob");
    }

    public void clear() {
        names.clear();
    }

    /** A handler as a class has it. */
    @State("user {id} exists")
    public void exists(StateCall state) {
        save(state.string("id"));
    }

    private void user(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/users/".length());
        String name = names.get(id);
        String found = "{\"user_id\": \"%s\", \"exists\": true, \"%s\": \"%s\"}".formatted(id, nameKey, name);
        String unknown = "{\"user_id\": \"%s\", \"exists\": false}".formatted(id);
        answer(exchange, name == null ? 404 : 200, name == null ? unknown : found);
    }

    private void state(HttpExchange exchange) throws IOException {
        JsonObject change = (JsonObject)
                JsonReader.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        save(change.string("state").orElse("").replaceFirst("^user (.*) exists$", "$1"));
        answer(exchange, 200, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
