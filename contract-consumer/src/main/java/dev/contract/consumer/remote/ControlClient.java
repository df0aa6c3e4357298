package dev.contract.consumer.remote;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls of a control API. Thread-safe. */
final class ControlClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 8;

    private final String api;
    private final @Nullable String token;
    private final HttpClient client;

    /** As many calls may wait at a stub: whoever else wants to waits here, in the order in which they came. */
    private final Semaphore turns = new Semaphore(MOST_WAITING, true);

    /** Started with the first call; all of a JVM that say nothing of TLS share its threads. */
    private static final class Client {
        static final HttpClient SHARED = builder().build();

        static HttpClient.Builder builder() {
            return HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(PATIENCE);
        }
    }

    /**
     * @param url of the stub
     * @param token that it was started with; null for none
     * @param tls by which it is reached; null for whom the JVM trusts
     * @throws ContractException if it is no URL of HTTP
     */
    ControlClient(String url, @Nullable String token, @Nullable SSLContext tls) {
        if (!url.matches("https?://[^/?#\\s]+/?")) {
            throw new ContractException(Problem.error("CONTRACT-ATTACH", "this is no address of a stub")
                    .found(Quoted.text(url))
                    .mend("give scheme, host and port, for example http://127.0.0.1:8080"));
        }
        this.api = url.replaceFirst("/$", "") + "/__contract";
        this.token = token;
        this.client =
                tls == null ? Client.SHARED : Client.builder().sslContext(tls).build();
    }

    /** An address that the stub has told, at the host at which this client reaches it: it may listen at all of its machine's. */
    String reached(String told) {
        String host = api.replaceFirst("^https?://", "").replaceFirst("(:\\d+)?/.*", "");
        return told.replaceFirst("://(\\[[^]]*]|[^:/]*)", "://" + host);
    }

    JsonObject get(String path) {
        return get(path, Duration.ZERO);
    }

    /** As {@link #get(String)}, where the stub may wait so long before it answers. */
    JsonObject get(String path, Duration wait) {
        return send("GET", path, null, wait);
    }

    JsonObject post(String path, JsonObject body) {
        return send("POST", path, body, Duration.ZERO);
    }

    JsonObject put(String path, @Nullable JsonObject body) {
        return send("PUT", path, body, Duration.ZERO);
    }

    void delete(String path) {
        send("DELETE", path, null, Duration.ZERO);
    }

    /**
     * A time in which the caller may wait at the stub.
     *
     * @param left what is left of its patience; nothing where its turn never came
     */
    record Turn(Duration left, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    Turn turn(Duration patience) {
        try {
            long since = System.nanoTime();
            if (turns.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return new Turn(patience, turns::release);
            }
            if (turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                Duration left = patience.minusNanos(System.nanoTime() - since);
                return new Turn(left.isNegative() ? Duration.ZERO : left, turns::release);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Turn(Duration.ZERO, () -> {});
    }

    /** A path with query parameters. */
    static String query(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + segment(each.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** A text as one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonObject send(String method, String path, @Nullable JsonObject body, Duration wait) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE.plus(wait))
                .method(method, publisher(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return read(method + " " + api + path, exchanged(request.build()));
    }

    private static BodyPublisher publisher(@Nullable JsonObject body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toJson());
    }

    private HttpResponse<byte[]> exchanged(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (SSLException e) {
            throw new ContractException(
                    unreachable(e.toString())
                            .mend("give the file that the stub wrote by --certificate-file as CONTRACT_STUB_TRUST or"
                                    + " contract.stub.trust, and the address as the stub prints it"),
                    e);
        } catch (IOException e) {
            throw new ContractException(unreachable(e.toString()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException(unreachable("an interrupted thread"), e);
        }
    }

    private Problem unreachable(String found) {
        return Problem.error("CONTRACT-ATTACH", "the stub cannot be reached")
                .at(api)
                .found(found)
                .mend("start it by contract stub, and give the address that it prints");
    }

    private JsonObject read(String call, HttpResponse<byte[]> response) {
        JsonObject document = document(response.body());
        if (response.statusCode() / 100 == 2) {
            return document;
        }
        List<Problem> problems = document.array("problems").orElse(JsonArray.EMPTY).stream()
                .flatMap(each -> each.asObject().stream())
                .map(ControlClient::problem)
                .toList();
        throw new ContractException(
                problems.isEmpty()
                        ? List.of(Problem.error("CONTRACT-ATTACH", "this is no control API of a stub")
                                .at(call)
                                .found("status " + response.statusCode())
                                .mend("start the stub by contract stub, without --no-control"))
                        : problems);
    }

    private static JsonObject document(byte[] body) {
        try {
            return body.length == 0
                    ? JsonObject.EMPTY
                    : JsonReader.read(body).asObject().orElse(JsonObject.EMPTY);
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
    }

    private static Problem problem(JsonObject document) {
        Problem problem = Problem.error(text(document, "code"), text(document, "what"));
        return new Problem(
                problem.code(),
                problem.severity(),
                problem.what(),
                document.string("where").orElse(null),
                document.string("found").orElse(null),
                document.string("mend").orElse(null));
    }

    private static String text(JsonObject document, String name) {
        return document.get(name).map(JsonValue::text).orElse("");
    }
}
