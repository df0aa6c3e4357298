package dev.contract.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Whom webhooks tell what happened: a server on this machine that keeps what it hears. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Heard> arrivals = new LinkedBlockingQueue<>();

    /** A request that came. */
    record Heard(String method, String path, com.sun.net.httpserver.Headers headers, String body) {}

    private Receiver(HttpHandler handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Heard one = new Heard(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body);
            heard.add(one);
            arrivals.add(one);
            handler.handle(exchange);
        });
        server.setExecutor(threads);
        server.start();
    }

    static Receiver answering(HttpHandler handler) {
        return new Receiver(handler);
    }

    static Receiver answering(int status, String body) {
        return new Receiver(exchange -> answer(exchange, status, body));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<Heard> heard() {
        return heard;
    }

    /** The next request that nobody has waited for yet. */
    Heard awaitOne() throws InterruptedException {
        return Objects.requireNonNull(arrivals.poll(60, TimeUnit.SECONDS), "nothing came within a minute");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
