package dev.contract.compare;

import dev.contract.compare.inclusion.Witness;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A witness for programs, in the parts that an exchange has, with what is secret masked: {@code {"response": {"status": 200, …}}}. A body of
 * JSON is JSON; a longer one than {@link ExchangeText#WHOLE} is a text, cut.
 *
 * @param place what of a long body is there in any case; null for its beginning
 */
record ExchangeJson(@Nullable RulePath place) {

    JsonObject of(Witness witness) {
        if (witness instanceof Witness.OfRequest of) {
            return JsonObject.of("request", request(of.request()));
        }
        return witness instanceof Witness.OfResponse of
                ? JsonObject.of("response", response(of.response()))
                : JsonObject.of("message", message((Witness.OfMessage) witness));
    }

    private JsonObject request(HttpRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query().encoded();
        return JsonObject.builder()
                .put("method", request.method())
                .put("path", Secrets.url(request.path() + query))
                .put("headers", headers(request.headers()))
                .put("body", body(request.body()))
                .build();
    }

    private JsonObject response(HttpResponse response) {
        return JsonObject.builder()
                .put("status", response.status())
                .put("headers", headers(response.headers()))
                .put("body", body(response.body()))
                .build();
    }

    private JsonObject message(Witness.OfMessage message) {
        return JsonObject.builder()
                .put("contents", body(message.contents()))
                .put("metadata", Discretion.shown(message.metadata()))
                .build();
    }

    private static JsonObject headers(Headers headers) {
        JsonObject.Builder shown = JsonObject.builder();
        headers.forEach((name, values) -> shown.put(
                name,
                JsonArray.of(values.stream()
                        .map(value -> JsonString.of(Secrets.value(name, value)))
                        .toList())));
        return shown.build();
    }

    /** Null where there is none. */
    private JsonValue body(Body body) {
        if (!body.isPresent()) {
            return JsonNull.NULL;
        }
        JsonValue json = body.readJson().map(Discretion::shown).orElse(null);
        if (json == null) {
            return JsonString.of(Shortened.to(ExchangeText.WHOLE, Secrets.masked(body.text())));
        }
        String text = json.toJson();
        if (text.length() <= ExchangeText.WHOLE) {
            return json;
        }
        int position = place == null ? 0 : PlaceInText.of(json, place);
        return JsonString.of(Shortened.around(position, ExchangeText.WHOLE, text));
    }
}
