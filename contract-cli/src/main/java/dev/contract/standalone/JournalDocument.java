package dev.contract.standalone;

import dev.contract.consumer.journal.Exchange;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.HttpInteraction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.IdentityHashMap;

/** Exchanges as the control API writes them. */
final class JournalDocument {
    private final IdentityHashMap<HttpInteraction, String> ids;

    /**
     * @param ids of the interactions that are served, which are the same objects as those that answered
     */
    JournalDocument(IdentityHashMap<HttpInteraction, String> ids) {
        this.ids = ids;
    }

    JsonObject of(Exchange exchange) {
        HttpRequest request = exchange.request().asHttpRequest();
        JsonObject.Builder written =
                JsonObject.builder().put("method", request.method()).put("path", request.path());
        if (!request.query().isEmpty()) {
            written.put("query", request.query().encoded());
        }
        message(written, request.headers(), request.body());
        JsonObject.Builder document = head(exchange).put("request", written.build());
        exchange.response().ifPresent(response -> document.put("response", of(response)));
        return document.build();
    }

    /** What tells it apart from others, without bodies and headers. */
    JsonObject lineOf(Exchange exchange) {
        return head(exchange).put("line", exchange.toString()).build();
    }

    private JsonObject.Builder head(Exchange exchange) {
        JsonObject.Builder document = JsonObject.builder()
                .put("number", exchange.number())
                .put("time", exchange.time().toString());
        exchange.interaction().ifPresent(interaction -> {
            document.put("description", interaction.description());
            if (ids.containsKey(interaction)) {
                document.put("interaction", ids.get(interaction));
            }
        });
        exchange.nearest().ifPresent(nearest -> document.put("nearest", nearest.description()));
        exchange.scope().ifPresent(scope -> document.put("scope", scope));
        exchange.fault().ifPresent(fault -> document.put("fault", fault.name()));
        return document;
    }

    private static JsonObject of(HttpResponse response) {
        JsonObject.Builder document = JsonObject.builder().put("status", response.status());
        message(document, response.headers(), response.body());
        return document.build();
    }

    private static void message(JsonObject.Builder document, Headers headers, Body body) {
        JsonObject.Builder written = JsonObject.builder();
        headers.forEach((name, values) -> written.put(
                name, JsonArray.of(values.stream().map(JsonString::of).toList())));
        document.put("headers", written.build());
        if (body.isPresent()) {
            body(document, body.bytes());
        }
    }

    /** A text, or bytes that are none in Base64. */
    private static void body(JsonObject.Builder document, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            document.put("text", text);
        } catch (CharacterCodingException e) {
            document.put("base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
