package dev.contract.core.http;

import dev.contract.core.body.Body;

/**
 * A response.
 *
 * <p>Immutable.
 */
public record HttpResponse(int status, Headers headers, Body body) {

    /** A response without headers and body. */
    public static HttpResponse of(int status) {
        return new HttpResponse(status, Headers.EMPTY, Body.MISSING);
    }

    public HttpResponse withStatus(int other) {
        return new HttpResponse(other, headers, body);
    }

    public HttpResponse withHeaders(Headers other) {
        return new HttpResponse(status, other, body);
    }

    /** The same response with a header set, in place of all values it had. */
    public HttpResponse withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    public HttpResponse withBody(Body other) {
        return new HttpResponse(status, headers, other);
    }
}
