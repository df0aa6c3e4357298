package dev.contract.consumer.stub;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;

/** Requests as Undertow holds them, turned into values. */
final class Requests {
    private Requests() {}

    /** The request without its body. */
    static HttpRequest read(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        return new HttpRequest(
                exchange.getRequestMethod().toString(),
                path(exchange),
                query.isEmpty() ? Query.EMPTY : Query.parse(query),
                headers(exchange.getRequestHeaders()),
                Body.EMPTY);
    }

    static HttpRequest withBody(HttpRequest request, byte[] bytes) {
        return bytes.length == 0 ? request : request.withBody(Body.of(bytes));
    }

    /** As it stands on the wire; requests to a proxy name scheme and host before it. */
    private static String path(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return uri;
        }
        int host = uri.indexOf("://") + 3;
        int path = uri.indexOf('/', host);
        return path < 0 ? "/" : uri.substring(path);
    }

    private static Headers headers(HeaderMap map) {
        Headers.Builder headers = Headers.builder();
        for (long cookie = map.fastIterateNonEmpty(); cookie != -1; cookie = map.fiNextNonEmpty(cookie)) {
            HeaderValues values = map.fiCurrent(cookie);
            String name = values.getHeaderName().toString();
            for (int i = 0; i < values.size(); i++) {
                headers.addLine(name, values.get(i));
            }
        }
        return headers.build();
    }
}
