package dev.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stands before a broker and writes down what it is asked: each request with the link that led to it, those headers that somebody chose,
 * and its body. What differs from run to run is written as SHA and META.
 */
final class RecordingProxy implements AutoCloseable {
    private static final List<String> HEADERS =
            List.of("Accept", "Authorization", "Content-Type", "User-Agent", "X-Team");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String target;
    private final StringBuilder record = new StringBuilder();
    private final List<Answer> answers = new ArrayList<>();

    /** A document of the broker, and which request it answered. */
    private record Answer(String request, JsonValue document) {}

    /** A place to go on from a document. */
    private record Way(String relation, String href) {
        boolean leadsTo(String path) {
            String regex = Stream.of(URI.create(href.replaceAll("\\{\\w+}", "VARIABLE"))
                            .getRawPath()
                            .split("VARIABLE", -1))
                    .map(Pattern::quote)
                    .reduce((before, after) -> before + "[^/]+" + after)
                    .orElseThrow();
            return path.matches(regex);
        }
    }

    RecordingProxy(String target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that was asked, in its order. */
    synchronized String record() {
        return record.toString();
    }

    private synchronized void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        note(exchange, new String(body, UTF_8));
        HttpResponse<byte[]> answer = answered(exchange, body);
        if (answer.body().length > 0) {
            answers.add(new Answer(line(exchange), JsonReader.read(answer.body())));
        }
        answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                .set("Content-Type", type));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private HttpResponse<byte[]> answered(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        HEADERS.forEach(name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                .ifPresent(value -> request.header(name, value)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void note(HttpExchange exchange, String body) {
        fact("", line(exchange));
        link(exchange.getRequestURI().getRawPath()).ifPresent(link -> fact("  link          ", link));
        for (String name : HEADERS) {
            List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
            values.forEach(value -> fact(String.format("  %-14s", name), value));
        }
        if (!body.isEmpty()) {
            JsonWriter.folded(JsonReader.read(body)).lines().forEach(line -> fact("    ", line));
        }
        record.append('\n');
    }

    private void fact(String name, String value) {
        record.append(name).append(neutral(value)).append('\n');
    }

    private static String line(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }

    private static String neutral(String text) {
        return text.replaceAll("[0-9a-f]{40}", "SHA").replaceAll("/metadata/[^/]+", "/metadata/META");
    }

    /** The newest document knows best where its reader goes. */
    private Optional<String> link(String path) {
        for (int i = answers.size() - 1; i >= 0; i--) {
            Answer answer = answers.get(i);
            Optional<String> link = ways(answer.document())
                    .filter(way -> way.leadsTo(path))
                    .findFirst()
                    .map(way -> way.relation() + " of " + answer.request());
            if (link.isPresent()) {
                return link;
            }
        }
        return Optional.empty();
    }

    private static Stream<Way> ways(JsonValue value) {
        Stream<Way> own = value.asObject().flatMap(object -> object.object("_links")).stream()
                .flatMap(links -> links.names().stream().flatMap(name -> ways(name, links)));
        Stream<JsonValue> inner = Stream.concat(
                value.asArray().stream().flatMap(JsonArray::stream),
                value.asObject().stream().flatMap(object -> object.names().stream()
                        .filter(name -> !name.equals("_links"))
                        .flatMap(name -> object.get(name).stream())));
        return Stream.concat(own, inner.flatMap(RecordingProxy::ways));
    }

    private static Stream<Way> ways(String relation, JsonObject links) {
        JsonValue value = links.get(relation).orElseThrow();
        return value.asArray()
                .map(JsonArray::stream)
                .orElseGet(() -> Stream.of(value))
                .flatMap(link -> link.asObject().flatMap(object -> object.string("href")).stream())
                .map(href -> new Way(relation, href));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
