package dev.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;

/** A contract behind a URL that only those get who know the secret: as a token, or as the password of ann. */
final class ClosedFile implements AutoCloseable {
    private final HttpServer server;
    private final byte[] content;
    private final List<String> accepted;

    ClosedFile(String content, String secret) throws IOException {
        this.content = content.getBytes(UTF_8);
        this.accepted = List.of(
                "Bearer " + secret, "Basic " + Base64.getEncoder().encodeToString(("ann:" + secret).getBytes(UTF_8)));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/shop-users.json", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shop-users.json";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String who = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (accepted.contains(who)) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        } else {
            exchange.sendResponseHeaders(401, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
