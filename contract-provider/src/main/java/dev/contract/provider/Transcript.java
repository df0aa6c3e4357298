package dev.contract.provider;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What went over the wire for one interaction, as text for people.
 *
 * <pre>
 * GET http://127.0.0.1:8080/users/user123
 * Accept: application/json
 * Authorization: ***
 * </pre>
 *
 * <p>Values that look like secrets are masked. Of a long body there is the beginning and its length, of binary data the length alone:
 * a run with many failures keeps them all. Immutable.
 *
 * @param request start, headers and, after an empty line, the body
 * @param response in the same form; empty when none came
 */
public record Transcript(String request, String response) {
    private static final int LONGEST_BODY = 16_000;

    static Transcript of(HttpRequest request, String url, @Nullable HttpResponse response) {
        return new Transcript(
                text(request.method() + " " + Secrets.url(url), request.headers(), request.body()),
                response == null ? "" : text("status " + response.status(), response.headers(), response.body()));
    }

    private static String text(String start, Headers headers, Body body) {
        StringBuilder text = new StringBuilder(start);
        headers.forEach((name, values) -> values.forEach(
                value -> text.append('\n').append(name).append(": ").append(Secrets.value(name, value))));
        if (body.isPresent()) {
            text.append("\n\n").append(body(body, headers.contentType().orElse(null)));
        }
        return text.toString();
    }

    private static String body(Body body, @Nullable ContentType type) {
        return isBinary(body, type)
                ? "(" + body.bytes().length + " bytes)"
                : Secrets.masked(Shortened.to(LONGEST_BODY, body.text()));
    }

    /** Whether a body is nothing for a human eye, by its type or, where it has none, by what it looks like. */
    static boolean isBinary(Body body, @Nullable ContentType type) {
        return ContentTypeDetection.typeOf(body, type)
                .filter(ContentType::isBinary)
                .isPresent();
    }
}
