package dev.contract.standalone;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.openapi.OpenApiCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Speaks to a stub over sockets, and holds every word of the control API against its document. */
final class StubClient {
    private static final OpenApiCheck DOCUMENT =
            OpenApiCheck.of(Path.of("src/main/resources/dev/contract/standalone/openapi.json"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private Headers headers = Headers.EMPTY;

    StubClient(String url) {
        this.url = url;
    }

    /** The same with a header in every request. */
    StubClient with(String name, String value) {
        StubClient other = new StubClient(url);
        other.headers = headers.with(name, value);
        return other;
    }

    HttpResponse get(String path) {
        return send("GET", path, "");
    }

    HttpResponse post(String path, String json) {
        return send("POST", path, json);
    }

    HttpResponse put(String path, String json) {
        return send("PUT", path, json);
    }

    HttpResponse delete(String path) {
        return send("DELETE", path, "");
    }

    JsonObject json(String path) {
        return json(get(path));
    }

    static JsonObject json(HttpResponse response) {
        return JsonReader.read(response.body().bytes()).asObject().orElseThrow();
    }

    HttpResponse send(String method, String path, String body) {
        HttpRequest request = request(method, path, body);
        HttpResponse response = exchange(request, path, body);
        if (request.path().startsWith(ControlApi.PREFIX)) {
            DOCUMENT.check(request, response).orThrow();
        }
        return response;
    }

    private HttpRequest request(String method, String path, String body) {
        int query = path.indexOf('?');
        return new HttpRequest(
                method,
                query < 0 ? path : path.substring(0, query),
                query < 0 ? Query.EMPTY : Query.parse(path.substring(query + 1)),
                body.isEmpty() ? headers : headers.with("Content-Type", "application/json"),
                body.isEmpty() ? Body.MISSING : Body.text(body, ContentType.JSON));
    }

    private HttpResponse exchange(HttpRequest request, String path, String body) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(request.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        try {
            var response = client.send(builder.build(), BodyHandlers.ofByteArray());
            return new HttpResponse(
                    response.statusCode(),
                    Headers.of(response.headers().map()),
                    response.body().length == 0 ? Body.MISSING : Body.of(response.body()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
