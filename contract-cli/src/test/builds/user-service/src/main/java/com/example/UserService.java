package com.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** {@code GET /users/{id}}, where there is always a user; {@code POST /states} has nothing to do. */
public final class UserService {
    private UserService() {}

    public static void main(String... arguments) throws IOException {
        start(Integer.parseInt(arguments[1]), "name");
    }

    /** Starts a service that tells the names of users under this key. */
    static HttpServer start(int port, String nameKey) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/users/", exchange -> answer(exchange, "{\"" + nameKey + "\": \"Alice\"}"));
        server.createContext("/states", exchange -> answer(exchange, "{}"));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
