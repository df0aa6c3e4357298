package dev.contract.consumer.journal;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.nio.charset.StandardCharsets;

/** Exchanges as JSON, without secrets. */
final class ExchangeJson {
    private static final int LONGEST_BODY = 64 * 1024;

    private ExchangeJson() {}

    static JsonObject of(Exchange exchange) {
        JsonObject.Builder json = JsonObject.builder();
        json.put("number", exchange.number()).put("time", exchange.time().toString());
        exchange.scope().ifPresent(scope -> json.put("scope", scope));
        exchange.interaction().ifPresent(by -> json.put("interaction", by.description()));
        exchange.nearest().ifPresent(near -> json.put("nearest", near.description()));
        json.put("request", request(exchange.request()));
        exchange.response().ifPresent(response -> json.put("response", response(response)));
        exchange.fault().ifPresent(fault -> json.put("fault", fault.name()));
        return json.build();
    }

    private static JsonObject request(ReceivedRequest request) {
        String query = request.asHttpRequest().query().encoded();
        return JsonObject.builder()
                .put("method", request.method())
                .put("path", Secrets.url(request.path()))
                .put("query", Secrets.url("?" + query).substring(1))
                .put("headers", headers(request.headers()))
                .put("body", text(request.asHttpRequest().body(), request.headers()))
                .build();
    }

    private static JsonObject response(HttpResponse response) {
        return JsonObject.builder()
                .put("status", response.status())
                .put("headers", headers(response.headers()))
                .put("body", text(response.body(), response.headers()))
                .build();
    }

    private static JsonObject headers(Headers headers) {
        JsonObject.Builder json = JsonObject.builder();
        headers.forEach((name, values) -> json.put(
                name,
                JsonArray.of(values.stream()
                        .map(value -> JsonString.of(Secrets.value(name, value)))
                        .toList())));
        return json.build();
    }

    private static String text(Body body, Headers headers) {
        String text = body.text(headers.contentType().map(ContentType::charset).orElse(StandardCharsets.UTF_8));
        return Secrets.masked(Shortened.to(LONGEST_BODY, text));
    }
}
