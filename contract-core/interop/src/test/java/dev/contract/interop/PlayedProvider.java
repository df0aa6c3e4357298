package dev.contract.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that gives one answer, whatever it is asked, and is in any state that it is brought into. */
final class PlayedProvider implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile HttpResponse answer = HttpResponse.of(500);

    private PlayedProvider(HttpServer server) {
        this.server = server;
    }

    static PlayedProvider start() {
        // Without it every answer on a kept connection waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PlayedProvider provider = new PlayedProvider(server);
            // Else whoever sends half a request has everybody wait
            server.setExecutor(provider.threads);
            server.createContext("/", provider::answer);
            server.createContext("/_states", provider::state);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answerWith(HttpResponse response) {
        answer = response;
    }

    private void answer(HttpExchange exchange) throws IOException {
        send(answer, exchange);
    }

    /** Any state is there at once, and has these values. */
    private void state(HttpExchange exchange) throws IOException {
        Body values = Body.text("{\"id\": 42}", ContentType.JSON);
        send(HttpResponse.of(200).withHeader("Content-Type", "application/json").withBody(values), exchange);
    }

    private static void send(HttpResponse now, HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            now.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            byte[] body = now.body().bytes();
            exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
