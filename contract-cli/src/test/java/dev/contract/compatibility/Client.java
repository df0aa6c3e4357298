package dev.contract.compatibility;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The HTTP client of a consumer: the one of the JDK. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Client() {}

    static HttpResponse send(String url, HttpRequest request) {
        String query = request.query().encoded();
        var sent = java.net.http.HttpRequest.newBuilder(
                        URI.create(url + request.path() + (query.isEmpty() ? "" : "?" + query)))
                .method(
                        request.method(),
                        request.body().isPresent()
                                ? BodyPublishers.ofByteArray(request.body().bytes())
                                : BodyPublishers.noBody());
        request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        try {
            var response = HTTP.send(sent.build(), BodyHandlers.ofByteArray());
            return new HttpResponse(
                    response.statusCode(), Headers.of(response.headers().map()), Body.of(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
