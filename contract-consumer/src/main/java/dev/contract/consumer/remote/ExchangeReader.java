package dev.contract.consumer.remote;

import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.journal.Exchange;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads exchanges as the control API writes them; what is missing is empty. */
final class ExchangeReader {
    private final RemoteScope scope;

    /**
     * @param scope that knows the interactions
     */
    ExchangeReader(RemoteScope scope) {
        this.scope = scope;
    }

    Exchange read(JsonObject document) {
        JsonObject request = document.object("request").orElse(JsonObject.EMPTY);
        return Exchange.of(
                number(document, "number").longValue(),
                document.string("time").map(Instant::parse).orElse(Instant.EPOCH),
                new HttpRequest(
                        request.string("method").orElse(""),
                        request.string("path").orElse(""),
                        request.string("query").map(Query::parse).orElse(Query.EMPTY),
                        headers(request),
                        body(request)),
                document.string("interaction").map(scope::interaction).orElse(null),
                document.string("scope").orElse(null),
                document.object("response").map(ExchangeReader::response).orElse(null),
                document.string("fault").map(Fault::valueOf).orElse(null));
    }

    private static BigDecimal number(JsonObject document, String name) {
        return document.get(name)
                .flatMap(JsonValue::asNumber)
                .map(JsonNumber::decimal)
                .orElse(BigDecimal.ZERO);
    }

    private static HttpResponse response(JsonObject document) {
        return new HttpResponse(number(document, "status").intValue(), headers(document), body(document));
    }

    private static Headers headers(JsonObject document) {
        Headers.Builder headers = Headers.builder();
        document.object("headers").orElse(JsonObject.EMPTY).forEach((name, values) -> values.asArray()
                .orElse(JsonArray.EMPTY)
                .forEach(value -> headers.add(name, value.text())));
        return headers.build();
    }

    private static Body body(JsonObject document) {
        ContentType type = headers(document).contentType().orElse(null);
        Optional<byte[]> text = document.string("text").map(each -> each.getBytes(StandardCharsets.UTF_8));
        Optional<byte[]> bytes = document.string("base64").map(Base64.getDecoder()::decode);
        return bytes.or(() -> text).map(each -> Body.of(each, type)).orElse(Body.MISSING);
    }
}
