package dev.contract.core.http;

import dev.contract.core.body.Body;
import java.util.Locale;

/**
 * A request.
 *
 * <p>Immutable.
 *
 * @param method in upper case
 * @param path as it stands on the wire, percent-encoded, without query; {@code ""} and {@code "/"} differ
 */
public record HttpRequest(String method, String path, Query query, Headers headers, Body body) {
    public HttpRequest {
        method = method.toUpperCase(Locale.ROOT);
    }

    /** A request without query, headers and body. */
    public static HttpRequest of(String method, String path) {
        return new HttpRequest(method, path, Query.EMPTY, Headers.EMPTY, Body.MISSING);
    }

    public HttpRequest withPath(String other) {
        return new HttpRequest(method, other, query, headers, body);
    }

    public HttpRequest withQuery(Query other) {
        return new HttpRequest(method, path, other, headers, body);
    }

    public HttpRequest withHeaders(Headers other) {
        return new HttpRequest(method, path, query, other, body);
    }

    /** The same request with a header set, in place of all values it had. */
    public HttpRequest withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    public HttpRequest withBody(Body other) {
        return new HttpRequest(method, path, query, headers, other);
    }
}
