package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.SpecVersion;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies of versions 1 to 3, where the value is the body and its meaning depends on the content type; those of version 4 are
 * read by {@link BodyObjectReader}.
 *
 * <p>A string under a JSON type is JSON text if it parses and a JSON string if it does not: {@code "\"abc\""} and {@code "abc"} are
 * the same body. Under a binary type it is base64.
 */
final class BodyReader {
    private BodyReader() {}

    /**
     * The body that an attribute holds.
     *
     * @param name the attribute
     * @param type what the header or the metadata says; null when they say nothing
     */
    static Body read(SpecVersion version, Fields part, String name, @Nullable ContentType type) {
        JsonValue value = part.take(name).orElse(null);
        if (value == null) {
            return Body.MISSING;
        }
        return version == SpecVersion.V4 ? BodyObjectReader.read(value, type, part.findings()) : plain(value, type);
    }

    private static Body plain(JsonValue value, @Nullable ContentType type) {
        return switch (value.kind()) {
            case NULL -> Body.NULL;
            case STRING -> string(((JsonString) value).text(), type);
            case OBJECT, ARRAY, NUMBER, BOOLEAN -> Body.json(value, type);
        };
    }

    private static Body string(String text, @Nullable ContentType type) {
        if (text.isEmpty()) {
            return Body.EMPTY;
        }
        if (type == null) {
            return Body.text(text, null);
        }
        if (type.isJson()) {
            return Body.text(
                    BodyText.parse(text).isPresent()
                            ? text
                            : JsonString.of(text).toJson(),
                    type);
        }
        return type.isBinary() ? binary(text, type) : Body.text(text, type);
    }

    private static Body binary(String text, ContentType type) {
        return BodyText.base64(text).map(bytes -> Body.of(bytes, type)).orElseGet(() -> Body.text(text, type));
    }
}
