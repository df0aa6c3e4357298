package dev.contract.consumer.stub;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/** What browsers ask a server of another origin before they trust its answers. */
final class Cors {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH";

    private Cors() {}

    static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS");
    }

    /** Any page may read the answer, unless the contract says who may. */
    static HttpResponse allowed(HttpResponse response) {
        return response.headers().has(ALLOW_ORIGIN) ? response : response.withHeader(ALLOW_ORIGIN, "*");
    }

    static Answer preflight(HttpRequest request) {
        String origin = request.headers().first("Origin").orElse("*");
        String requested = String.join(", ", request.headers().values("Access-Control-Request-Headers"));
        Headers headers = Headers.of(
                ALLOW_ORIGIN,
                origin,
                "Access-Control-Allow-Methods",
                METHODS,
                "Access-Control-Allow-Headers",
                requested.isEmpty() ? "*" : requested + ", *",
                "Access-Control-Expose-Headers",
                "Location, Link",
                "Access-Control-Allow-Credentials",
                "true");
        return Answer.of(HttpResponse.of(204).withHeaders(headers));
    }
}
