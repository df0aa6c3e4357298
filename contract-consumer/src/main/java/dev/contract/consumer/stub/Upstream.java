package dev.contract.consumer.stub;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.secret.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real server behind the stub.
 *
 * <p>Method, path, query, headers and body go there as they came, but for the headers that belong to a connection. The JDK's client is
 * enough here, although it tells names of headers in lower case: nobody judges these requests byte for byte, and it weighs nothing.
 * Thread-safe.
 */
final class Upstream {
    /** What belongs to the connection between client and stub, or is settled by who sends. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "transfer-encoding",
            "content-length",
            "upgrade",
            "http2-settings",
            "trailer",
            "te",
            "host",
            "expect");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String base;
    private final int longestBody;

    /** Started when the first request is passed on; all stubs of a JVM share its threads. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    /**
     * @param url a path in it goes before those of the requests
     * @param longestBody bytes of an answer
     * @throws ContractException if it is no URL of HTTP
     */
    Upstream(String url, int longestBody) {
        if (!isHttp(url)) {
            throw new ContractException(Problem.error("CONTRACT-PROXY", "requests cannot be passed on to this URL")
                    .found(Quoted.text(url))
                    .mend("give scheme, host and port, for example http://127.0.0.1:8081"));
        }
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.longestBody = longestBody;
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return isHttp && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Waits for the answer; it is one of ours, with status 502, when there is none. */
    Answer answer(HttpRequest request) {
        try {
            return Answer.of(sent(request));
        } catch (ExecutionException e) {
            return failed(request, Objects.requireNonNullElse(e.getCause(), e));
        } catch (IllegalArgumentException | TimeoutException e) {
            return failed(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(request, e);
        }
    }

    private Answer failed(HttpRequest request, Throwable reason) {
        return Refusal.of(
                502,
                Explanation.line(request) + " could not be passed on to " + Secrets.url(base) + ": "
                        + Secrets.masked(reason.toString()));
    }

    private HttpResponse sent(HttpRequest request) throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<java.net.http.HttpResponse<byte[]>> sent =
                Client.SHARED.sendAsync(passedOn(request), head -> new LimitedBody(longestBody));
        try {
            java.net.http.HttpResponse<byte[]> response = sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Headers.Builder headers = Headers.builder();
            response.headers().map().forEach(headers::addAll);
            return new HttpResponse(response.statusCode(), headers.build(), Body.of(response.body()));
        } finally {
            sent.cancel(true);
        }
    }

    private java.net.http.HttpRequest passedOn(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(uri(request)).method(request.method(), body(request));
        request.headers().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                builder.header(name, String.join(", ", values));
            }
        });
        return builder.build();
    }

    private URI uri(HttpRequest request) {
        String query = Objects.requireNonNullElse(request.query().raw(), "");
        return URI.create(base + request.path() + (query.isEmpty() ? "" : "?" + query));
    }

    /** In the coding that the headers name: what the stub compares was decoded. */
    private static BodyPublisher body(HttpRequest request) {
        byte[] bytes = ContentCoding.encoded(request.body().bytes(), request.headers());
        return bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
    }
}
