package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes bodies of versions 1 to 3 so that {@link BodyReader} reads the same bytes back. */
final class BodyWriter {
    private BodyWriter() {}

    /**
     * The value of the attribute; empty when there is to be none.
     *
     * @param type what the header or the metadata says, for that is all a reader will have; null when they say nothing
     */
    static Optional<JsonValue> write(Body body, @Nullable ContentType type) {
        return switch (body.state()) {
            case MISSING -> Optional.empty();
            case NULL -> Optional.of(JsonNull.NULL);
            case EMPTY -> Optional.of(JsonString.of(""));
            case PRESENT -> Optional.of(present(body, type).orElseGet(() -> JsonString.of(BodyText.base64(body))));
        };
    }

    /** Whether the body reads back as the same bytes. */
    static boolean canWrite(Body body, @Nullable ContentType type) {
        return !body.isPresent() || present(body, type).isPresent();
    }

    private static Optional<JsonValue> present(Body body, @Nullable ContentType type) {
        if (type != null && type.isBinary()) {
            return Optional.of(JsonString.of(BodyText.base64(body)));
        }
        Optional<String> text = BodyText.decode(body, type);
        if (type != null && type.isJson()) {
            return text.flatMap(BodyText::parse).map(BodyWriter::json);
        }
        return text.map(it -> type == null ? BodyText.valueOrText(it) : JsonString.of(it));
    }

    /** A string or null that stood there bare would be read as text or as the absence of a value. */
    private static JsonValue json(JsonValue value) {
        boolean asText = value instanceof JsonString || value instanceof JsonNull;
        return asText ? JsonString.of(value.toJson()) : value;
    }
}
