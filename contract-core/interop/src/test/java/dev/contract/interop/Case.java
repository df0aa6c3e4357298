package dev.contract.interop;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** A case of which each exchange is made of one value, and named after it. */
    static <T> Case of(
            String name,
            List<T> good,
            List<T> spoiled,
            Function<T, @Nullable HttpRequest> request,
            Function<T, @Nullable HttpResponse> response) {
        return new Case(
                name,
                Stream.concat(
                                good.stream().map(each -> exchange(each, true, request, response)),
                                spoiled.stream().map(each -> exchange(each, false, request, response)))
                        .toList());
    }

    private static <T> Exchange exchange(
            T value,
            boolean good,
            Function<T, @Nullable HttpRequest> request,
            Function<T, @Nullable HttpResponse> response) {
        return new Exchange(value.toString(), good, request.apply(value), response.apply(value));
    }

    /** A case whose bodies, of the request and of the response, are the texts. */
    static Case body(String name, String contentType, List<String> good, List<String> spoiled) {
        return of(name, good, spoiled, text -> request(name, contentType, text), text -> response(contentType, text));
    }

    /** The same of requests only. */
    static Case requests(String name, String contentType, List<String> good, List<String> spoiled) {
        return of(name, good, spoiled, text -> request(name, contentType, text), text -> null);
    }

    /** The same of responses only. */
    static Case answers(String name, String contentType, List<String> good, List<String> spoiled) {
        return of(name, good, spoiled, text -> null, text -> response(contentType, text));
    }

    private static HttpRequest request(String name, String contentType, String text) {
        return HttpRequest.of("POST", "/" + name)
                .withHeader("Content-Type", contentType)
                .withBody(body(contentType, text));
    }

    private static HttpResponse response(String contentType, String text) {
        return HttpResponse.of(200).withHeader("Content-Type", contentType).withBody(body(contentType, text));
    }

    /** The text as ISO-8859-1, so that any bytes can stand in one. */
    private static Body body(String contentType, String text) {
        return Body.of(
                text.getBytes(StandardCharsets.ISO_8859_1),
                ContentType.parse(contentType).orElseThrow());
    }

    Case and(Exchange exchange) {
        return new Case(
                name, Stream.concat(exchanges.stream(), Stream.of(exchange)).toList());
    }
}
