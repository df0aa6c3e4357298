package dev.contract.broker;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Requests and responses of the server as the values that the routes know. */
final class Wire {
    private Wire() {}

    /** The address at the other end of the connection. */
    static String from(HttpServerExchange exchange) {
        InetAddress address = exchange.getSourceAddress().getAddress();
        return address == null ? "-" : address.getHostAddress();
    }

    static HttpRequest request(HttpServerExchange exchange) throws IOException {
        byte[] body = exchange.getInputStream().readAllBytes();
        return body.length == 0 ? head(exchange) : head(exchange).withBody(Body.of(body));
    }

    /** All but the body. */
    static HttpRequest head(HttpServerExchange exchange) {
        Headers.Builder headers = Headers.builder();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            values.forEach(value -> headers.add(values.getHeaderName().toString(), value));
        }
        String query = exchange.getQueryString();
        return new HttpRequest(
                exchange.getRequestMethod().toString(),
                path(exchange),
                query.isEmpty() ? Query.EMPTY : Query.parse(query),
                headers.build(),
                Body.MISSING);
    }

    /** The path as it stands on the wire: only so do names keep their slashes. */
    private static String path(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        if (exchange.isHostIncludedInRequestURI()) {
            int path = uri.indexOf('/', uri.indexOf("://") + 3);
            return path < 0 ? "/" : uri.substring(path);
        }
        return uri;
    }

    static void write(HttpServerExchange exchange, HttpResponse response) {
        exchange.setStatusCode(response.status());
        response.headers()
                .forEach((name, values) ->
                        values.forEach(value -> exchange.getResponseHeaders().add(new HttpString(name), value)));
        if (response.body().isPresent()) {
            exchange.getResponseSender().send(ByteBuffer.wrap(response.body().bytes()));
        } else {
            exchange.endExchange();
        }
    }
}
