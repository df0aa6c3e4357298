package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes requests, responses and messages; what is empty is left out. */
final class PartWriter {
    private final SpecVersion version;

    PartWriter(SpecVersion version) {
        this.version = version;
    }

    JsonObject request(RequestPart part) {
        JsonObject.Builder written = JsonObject.builder()
                .put("method", part.example().method())
                .put("path", part.example().path());
        if (!part.example().query().isEmpty()) {
            written.put("query", query(part.example().query()));
        }
        http(written, part.example().headers(), part.example().body(), part.extra());
        return matching(written, part.rules(), part.generators(), part.extra().without("body"));
    }

    JsonObject response(ResponsePart part) {
        JsonObject.Builder written =
                JsonObject.builder().put("status", part.example().status());
        http(written, part.example().headers(), part.example().body(), part.extra());
        return matching(written, part.rules(), part.generators(), part.extra().without("body"));
    }

    /** A message; the attributes at its own level are given apart, because an asynchronous message shares them with its interaction. */
    JsonObject message(MessagePart part, JsonObject extra) {
        JsonObject.Builder written = JsonObject.builder();
        body(
                written,
                "contents",
                part.contents(),
                MessagePart.contentType(part.metadata()).orElse(null),
                extra);
        if (!part.metadata().isEmpty()) {
            written.put(version == SpecVersion.V4 ? "metadata" : "metaData", part.metadata());
        }
        return matching(written, part.rules(), part.generators(), extra.without("contents"));
    }

    private void http(JsonObject.Builder written, Headers headers, Body body, JsonObject extra) {
        if (!headers.isEmpty()) {
            written.put("headers", headers(headers));
        }
        body(written, "body", body, headers.contentType().orElse(null), extra);
    }

    private void body(
            JsonObject.Builder written, String name, Body body, @Nullable ContentType type, JsonObject extra) {
        Optional<JsonValue> value = version == SpecVersion.V4
                ? BodyObjectWriter.write(body, type, extra.object(name).orElse(JsonObject.EMPTY))
                : BodyWriter.write(body, type);
        value.ifPresent(it -> written.put(name, it));
    }

    private JsonObject matching(
            JsonObject.Builder written, MatchingRules rules, Generators generators, JsonObject extra) {
        if (!rules.isEmpty()) {
            written.put("matchingRules", RulesWriter.rules(rules, version));
        }
        if (!generators.isEmpty()) {
            written.put("generators", RulesWriter.generators(generators));
        }
        return Extra.add(written.build(), extra);
    }

    private JsonValue query(Query query) {
        if (!version.atLeast(SpecVersion.V3)) {
            return JsonString.of(query.encoded());
        }
        JsonObject.Builder written = JsonObject.builder();
        query.toMap()
                .forEach((name, values) -> written.put(
                        name,
                        JsonArray.of(values.stream()
                                .<JsonValue>map(value -> value == null ? JsonNull.NULL : JsonString.of(value))
                                .toList())));
        return written.build();
    }

    private JsonObject headers(Headers headers) {
        JsonObject.Builder written = JsonObject.builder();
        headers.forEach((name, values) -> written.put(name, header(name, values)));
        return written.build();
    }

    /** One line before version 4, where it reads back as the same values; a second cookie, for one, would not. */
    private JsonValue header(String name, List<String> values) {
        String line = String.join(", ", values);
        boolean oneLine = version != SpecVersion.V4 && Headers.split(name, line).equals(values);
        return oneLine
                ? JsonString.of(line)
                : JsonArray.of(values.stream().map(JsonString::of).toList());
    }
}
