package dev.contract.cli.record;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The service that is recorded. Thread-safe. */
final class Target {
    /** What belongs to one connection, or to how bodies are sent on it. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "transfer-encoding",
            "content-length",
            "content-encoding",
            "accept-encoding",
            "upgrade",
            "http2-settings",
            "trailer",
            "te",
            "host",
            "expect");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final Headers added;
    private final int longestBody;
    private final HttpClient client;

    /** @throws ContractException if its address is no URL of HTTP */
    Target(RecordingSettings settings, int longestBody) {
        this.base = settings.target().replaceFirst("/+$", "");
        this.added = settings.added();
        this.longestBody = longestBody;
        if (!isHttp(base)) {
            throw new ContractException(Problem.error("CONTRACT-RECORD", "nothing can be recorded at this address")
                    .found(Quoted.text(settings.target()))
                    .mend("give scheme, host and port, for example http://127.0.0.1:8081"));
        }
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .sslContext(settings.tls())
                .build();
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

    /** Its address, without a slash at the end. */
    String base() {
        return base;
    }

    /**
     * Its response, with the body as it is meant: nobody asks it to compress any.
     *
     * @throws IOException if there is none, or one that is too long or compressed nevertheless
     */
    HttpResponse answer(HttpRequest request) throws IOException, InterruptedException {
        java.net.http.HttpResponse<InputStream> response = client.send(passedOn(request), BodyHandlers.ofInputStream());
        Headers.Builder headers = Headers.builder();
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                values.forEach(value -> headers.addLine(name, value));
            }
        });
        try (InputStream stream = response.body()) {
            byte[] body = stream.readNBytes(longestBody + 1);
            if (body.length > longestBody) {
                throw new IOException("the answer is longer than " + longestBody + " bytes");
            }
            String coding = response.headers().firstValue("content-encoding").orElse("identity");
            if (body.length > 0 && !coding.equalsIgnoreCase("identity")) {
                throw new IOException("the answer is compressed as " + coding + ", although nobody asked for that");
            }
            return new HttpResponse(response.statusCode(), headers.build(), Body.of(body));
        }
    }

    private java.net.http.HttpRequest passedOn(HttpRequest request) {
        byte[] body = request.body().bytes();
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(uri(request))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)) && !added.has(name)) {
                builder.header(name, String.join(", ", values));
            }
        });
        added.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private URI uri(HttpRequest request) {
        String query = Objects.requireNonNullElse(request.query().raw(), "");
        return URI.create(base + request.path() + (query.isEmpty() ? "" : "?" + query));
    }
}
