package dev.contract.interop;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that writers say in their own words, and what keeps to it. The interaction is named like the case, and is {@code POST /NAME} unless the case
 * is about just that.
 *
 * @param name also that of the file
 */
record Case(String name, List<Exchange> exchanges) {
    Case {
        exchanges = List.copyOf(exchanges);
    }

    static Case named(String name) {
        return new Case(name, List.of());
    }

    /** A body that is the same in the request and in the response. */
    Case body(boolean good, String contentType, byte[] bytes, String title) {
        Body body = Body.of(bytes, ContentType.parse(contentType).orElseThrow());
        return and(new Exchange(
                title,
                good,
                HttpRequest.of("POST", "/" + name)
                        .withHeader("Content-Type", contentType)
                        .withBody(body),
                HttpResponse.of(200).withHeader("Content-Type", contentType).withBody(body)));
    }

    Case and(Exchange exchange) {
        return new Case(
                name, Stream.concat(exchanges.stream(), Stream.of(exchange)).toList());
    }
}
