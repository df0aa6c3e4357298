package dev.contract.consumer.journal;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests and responses without secrets. */
final class Masked {
    private static final int LONGEST_BODY = 64 * 1024;

    private Masked() {}

    static HttpRequest request(HttpRequest request) {
        String query = request.query().encoded();
        return new HttpRequest(
                request.method(),
                Secrets.url(request.path()),
                query.isEmpty()
                        ? Query.EMPTY
                        : Query.parse(Secrets.url("?" + query).substring(1)),
                headers(request.headers()),
                body(request.body(), request.headers()));
    }

    static HttpResponse response(HttpResponse response) {
        return new HttpResponse(
                response.status(), headers(response.headers()), body(response.body(), response.headers()));
    }

    private static Headers headers(Headers headers) {
        Headers.Builder masked = Headers.builder();
        headers.forEach((name, values) -> values.forEach(value -> masked.add(name, Secrets.value(name, value))));
        return masked.build();
    }

    /** Of a text that is very long, the beginning; what is no text, as it is. */
    private static Body body(Body body, Headers headers) {
        Optional<ContentType> type = headers.contentType().or(body::contentType);
        boolean isCoded = headers.has("Content-Encoding");
        if (!body.isPresent() || isCoded || type.filter(ContentType::isBinary).isPresent()) {
            return body;
        }
        String text = body.text(type.map(ContentType::charset).orElse(StandardCharsets.UTF_8));
        return Body.text(Secrets.masked(Shortened.to(LONGEST_BODY, text)), type.orElse(null));
    }
}
