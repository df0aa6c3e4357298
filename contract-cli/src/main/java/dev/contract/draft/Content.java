package dev.contract.draft;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.Headers;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.util.Optional;

/**
 * What a body is.
 *
 * @param kind bodies of other kinds stand in interactions of their own
 * @param type null when there is no body
 * @param json what it says, if it is JSON
 */
record Content(String kind, Body body, Optional<ContentType> type, Optional<JsonValue> json) {
    private static final Content NONE = new Content("none", Body.MISSING, Optional.empty(), Optional.empty());

    static Content of(Body body, Headers headers) {
        if (!body.isPresent()) {
            return NONE;
        }
        ContentType type = ContentTypeDetection.typeOf(
                        body, headers.contentType().orElse(null))
                .orElse(ContentType.OCTET_STREAM);
        Optional<JsonValue> json = type.isJson() ? json(body, type) : Optional.empty();
        String detail = json.map(value -> value.kind().name())
                .orElseGet(() -> type.isForm() ? form(body, type).names().toString() : "");
        return new Content(type.base() + " " + detail, body, Optional.of(type), json);
    }

    private static Optional<JsonValue> json(Body body, ContentType type) {
        try {
            return Optional.of(JsonReader.read(body.text(type.charset())));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    static Query form(Body body, ContentType type) {
        return Query.parse(body.text(type.charset()));
    }
}
