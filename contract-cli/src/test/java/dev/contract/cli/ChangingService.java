package dev.contract.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider of users with 40 fields that can be changed in one way at a time, by code of its own: what is said of a change without running
 * it is held against what it does.
 */
final class ChangingService implements AutoCloseable {
    private static final String USER = """
            {"id": 4711, "name": "Alice Adams", "email": "alice@example.org", "phone": "+49 30 1", "nick": "al", "age": 33,
             "active": false, "score": 7.25, "createdAt": "2026-02-03T04:05:06Z", "updatedAt": "2026-02-04T04:05:06Z",
             "locale": "en", "timezone": "CET", "avatar": "a.png", "bio": "reads",
             "address": {"street": "Main 1", "city": "Berlin", "zip": "10115", "country": "DE", "geo": {"lat": 52.5, "lon": 13.4}},
             "tags": ["a", "b", "c"], "roles": ["user"],
             "orders": [{"id": 1, "total": 9.5, "currency": "EUR", "status": "open", "items": [{"sku": "A-1", "qty": 2, "price": 1.5}]},
                        {"id": 2, "total": 5.25, "currency": "USD", "status": "paid",
                         "items": [{"sku": "B-1", "qty": 1, "price": 3.5}, {"sku": "B-2", "qty": 3, "price": 4.5}]}],
             "company": {"name": "Acme", "vat": "DE1", "size": 12},
             "settings": {"theme": "dark", "beta": true}}
            """;

    /** All of its fields, as one can name them for a change. */
    static final List<String> FIELDS = List.of(
            "/id",
            "/name",
            "/email",
            "/phone",
            "/nick",
            "/age",
            "/active",
            "/score",
            "/createdAt",
            "/updatedAt",
            "/locale",
            "/timezone",
            "/avatar",
            "/bio",
            "/address",
            "/address/street",
            "/address/city",
            "/address/zip",
            "/address/country",
            "/address/geo",
            "/address/geo/lat",
            "/address/geo/lon",
            "/tags",
            "/roles",
            "/orders",
            "/orders/*/id",
            "/orders/*/total",
            "/orders/*/currency",
            "/orders/*/status",
            "/orders/*/items",
            "/orders/*/items/*/sku",
            "/orders/*/items/*/qty",
            "/orders/*/items/*/price",
            "/company",
            "/company/name",
            "/company/vat",
            "/company/size",
            "/settings",
            "/settings/theme",
            "/settings/beta");

    private final HttpServer server;
    private volatile Change change = Change.NONE;

    /**
     * What is other than usual.
     *
     * @param kind the option of {@code contract whatif} that asks for it
     * @param operation the only one that is other, {@code GET /users/4711}; empty for all
     */
    record Change(String kind, String what, String to, String operation) {
        static final Change NONE = new Change("none", "", "");

        Change(String kind, String what, String to) {
            this(kind, what, to, "");
        }

        Change of(String only) {
            return new Change(kind, what, to, only);
        }

        boolean concerns(HttpExchange exchange) {
            String asked =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            return operation.isEmpty() || operation.equals(asked);
        }

        String argument() {
            return to.isEmpty() ? what : what + "=" + to;
        }
    }

    ChangingService() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void changeTo(Change other) {
        change = other;
    }

    private Change change(HttpExchange exchange) {
        Change now = change;
        return now.concerns(exchange) ? now : Change.NONE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (isRefused(exchange)) {
            send(exchange, 400, null);
        } else if (exchange.getRequestMethod().equals("POST")) {
            header(exchange, "Location", "/users/4712");
            send(exchange, 201, JsonReader.read("{\"id\": 4712, \"name\": \"New\", \"bio\": \"none\"}"));
        } else if (exchange.getRequestURI().getPath().equals("/users/4711")) {
            header(exchange, "ETag", "7");
            send(exchange, 200, JsonReader.read(USER));
        } else {
            send(exchange, 404, null);
        }
    }

    private boolean isRefused(HttpExchange exchange) {
        Change change = change(exchange);
        return switch (change.kind()) {
            case "--require-header" -> !exchange.getRequestHeaders().containsKey(change.what());
            case "--require-query" ->
                !String.valueOf(exchange.getRequestURI().getQuery()).contains(change.what() + "=");
            default -> false;
        };
    }

    private void header(HttpExchange exchange, String name, String value) {
        Change change = change(exchange);
        if (!change.kind().equals("--drop-header") || !change.what().equalsIgnoreCase(name)) {
            exchange.getResponseHeaders().set(name, value);
        }
    }

    private void send(HttpExchange exchange, int usual, JsonValue body) throws IOException {
        Change change = change(exchange);
        boolean isOther = change.kind().equals("--status") && change.what().equals(Integer.toString(usual));
        int status = isOther ? Integer.parseInt(change.to()) : usual;
        if (body == null || status == 204) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            header(exchange, "Content-Type", "application/json");
            byte[] bytes = changed(change, body).toJson().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static JsonValue changed(Change change, JsonValue body) {
        return List.of("--drop", "--rename", "--retype", "--nullable").contains(change.kind())
                ? changed(change, body, change.what().substring(1).split("/", -1), 0)
                : body;
    }

    private static JsonValue changed(Change change, JsonValue value, String[] steps, int depth) {
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            array.forEach(each -> elements.add(changed(change, each, steps, depth + 1)));
            return JsonArray.of(elements);
        }
        JsonObject object = (JsonObject) value;
        JsonValue field = object.find(steps[depth]);
        if (field == null) {
            return object;
        }
        if (depth < steps.length - 1) {
            return object.with(steps[depth], changed(change, field, steps, depth + 1));
        }
        return switch (change.kind()) {
            case "--drop" -> object.without(steps[depth]);
            case "--rename" -> object.without(steps[depth]).with(change.to(), field);
            case "--nullable" -> object.with(steps[depth], JsonNull.NULL);
            default -> object.with(steps[depth], retyped(change, field));
        };
    }

    private static JsonValue retyped(Change change, JsonValue field) {
        return switch (change.to()) {
            case "string" -> JsonString.of(field.text());
            case "integer" -> JsonNumber.of(99);
            case "number" -> JsonNumber.of(98.5);
            case "boolean" -> JsonBoolean.FALSE;
            default -> field instanceof JsonArray ? field : JsonArray.of(field);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
