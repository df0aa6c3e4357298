package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the body object of version 4 so that {@link BodyObjectReader} reads the same bytes back. */
final class BodyObjectWriter {
    private static final JsonBoolean PLAIN = JsonBoolean.FALSE;
    private static final JsonString BASE64 = JsonString.of("base64");
    private static final JsonString JSON = JsonString.of("JSON");

    /** The attribute {@code content} and how it is encoded. */
    private record Content(JsonValue value, JsonValue encoded) {}

    private final Body body;
    private final @Nullable ContentType type;
    private final boolean binary;

    private BodyObjectWriter(Body body, @Nullable ContentType outer) {
        this.body = body;
        this.type = body.contentType().orElse(outer);
        String hint = body.hint().orElse("");
        this.binary = hint.equals("BINARY") || (type != null && type.isBinary() && !hint.equals("TEXT"));
    }

    /**
     * The value of the attribute; empty when there is to be none.
     *
     * @param outer what the header or the metadata says; null when they say nothing
     */
    static Optional<JsonValue> write(Body body, @Nullable ContentType outer, JsonObject extra) {
        boolean bare = body.contentType().isEmpty() && body.hint().isEmpty() && extra.isEmpty();
        if (bare && body.isMissing()) {
            return Optional.empty();
        }
        if (bare && body.state() == Body.State.NULL) {
            return Optional.of(JsonNull.NULL);
        }
        return Optional.of(new BodyObjectWriter(body, outer).object(extra));
    }

    private JsonObject object(JsonObject extra) {
        JsonObject.Builder object = JsonObject.builder();
        switch (body.state()) {
            case MISSING -> body.contentType().ifPresent(own -> object.put("contentType", own.toString()));
            case NULL -> {
                object.put("content", JsonNull.NULL);
                body.contentType().ifPresent(own -> object.put("contentType", own.toString()));
            }
            case EMPTY -> {
                object.put("content", "");
                body.contentType().ifPresent(own -> object.put("contentType", own.toString()));
            }
            case PRESENT -> present(object);
        }
        body.hint().ifPresent(hint -> object.put("contentTypeHint", hint));
        return object.putAll(extra).build();
    }

    private void present(JsonObject.Builder object) {
        Content content = content();
        object.put("content", content.value());
        if (type != null) {
            object.put("contentType", type.toString());
        }
        object.put("encoded", content.encoded());
    }

    private Content content() {
        Optional<String> text = BodyText.decode(body, type);
        if (type != null && type.isJson()) {
            return text.flatMap(this::json).orElseGet(this::base64);
        }
        return binary ? base64() : text.map(this::text).orElseGet(this::base64);
    }

    private Optional<Content> json(String text) {
        return BodyText.parse(text)
                .map(value -> binary || isLostWhenBare(value)
                        ? new Content(JsonString.of(text), JSON)
                        : new Content(value, PLAIN));
    }

    /** An unencoded empty string means an empty body whatever its type, and null means the null body. */
    private static boolean isLostWhenBare(JsonValue value) {
        return value instanceof JsonNull || value.equals(JsonString.of(""));
    }

    private Content text(String text) {
        return new Content(type == null ? BodyText.valueOrText(text) : JsonString.of(text), PLAIN);
    }

    private Content base64() {
        return new Content(JsonString.of(BodyText.base64(body)), BASE64);
    }
}
