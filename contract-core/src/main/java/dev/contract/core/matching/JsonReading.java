package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes read as JSON, or why that is impossible. Immutable.
 *
 * @param value null when it is impossible
 * @param fault empty when it is not
 */
public record JsonReading(@Nullable JsonValue value, String fault) {

    /** Reads UTF-8. */
    public static JsonReading of(byte[] text) {
        try {
            return new JsonReading(JsonReader.read(text), "");
        } catch (JsonSyntaxException e) {
            return new JsonReading(null, e.reason());
        }
    }

    /** Reads a body as UTF-8, whatever its type says; once, whoever asks, and not at all if it was made of a value. */
    public static JsonReading of(ActualBody body) {
        return body.read(JsonReading.class, each -> each.body()
                .json()
                .filter(written -> isUtf8(each.body()))
                .map(written -> new JsonReading(written, ""))
                .orElseGet(() -> of(each.bytes())));
    }

    private static boolean isUtf8(Body body) {
        return body.contentType()
                .map(type -> type.charset().equals(StandardCharsets.UTF_8))
                .orElse(true);
    }
}
