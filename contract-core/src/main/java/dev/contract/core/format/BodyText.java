package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bytes of a body are as text, as JSON and as base64, and back. */
final class BodyText {
    private BodyText() {}

    /** The bytes as text of the type's charset; empty when they are not the bytes of any text in it. */
    static Optional<String> decode(Body body, @Nullable ContentType type) {
        Charset charset = type == null ? StandardCharsets.UTF_8 : type.charset();
        try {
            String text =
                    charset.newDecoder().decode(ByteBuffer.wrap(body.bytes())).toString();
            return Optional.of(text).filter(it -> Arrays.equals(it.getBytes(charset), body.bytes()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The JSON value that the text is; empty when it is none. */
    static Optional<JsonValue> parse(String text) {
        try {
            return Optional.of(JsonReader.read(text));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The bytes that the text encodes, line breaks allowed; empty when it is not base64. */
    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replaceAll("[\r\n]+", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String base64(Body body) {
        return Base64.getEncoder().encodeToString(body.bytes());
    }

    /**
     * How a text without a known type is written: as a JSON value where that reads back as the same text, else as a string.
     */
    static JsonValue valueOrText(String text) {
        return parse(text)
                .filter(value -> !(value instanceof JsonString) && !(value instanceof JsonNull))
                .filter(value -> value.toJson().equals(text))
                .orElseGet(() -> JsonString.of(text));
    }
}
