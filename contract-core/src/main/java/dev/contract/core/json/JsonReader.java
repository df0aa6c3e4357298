package dev.contract.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into {@link JsonValue}s.
 *
 * <pre>{@code
 * JsonValue body = JsonReader.read(bytes);                              // fast, without positions
 * JsonDocument file = JsonReader.readLocated("web-users.json", bytes);  // every value knows its line and column
 * }</pre>
 *
 * <p>A UTF-8 byte-order mark at the start is skipped. Of a name that an object has twice the last value wins; {@code readLocated}
 * reports it. Thread-safe: nothing is kept between calls.
 */
public final class JsonReader {
    /** A contract read with positions, and what is wrong in it although it can be read. */
    public record JsonDocument(JsonValue root, List<Problem> problems) {
        public JsonDocument {
            problems = List.copyOf(problems);
        }
    }

    private static final Map<JsonLimits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();
    private static final String INLINE = "<inline>";

    private final JsonParser parser;
    private final @Nullable String source;
    private final JsonLimits limits;
    private final List<Problem> problems = new ArrayList<>();

    private JsonReader(JsonParser parser, @Nullable String source, JsonLimits limits) {
        this.parser = parser;
        this.source = source;
        this.limits = limits;
    }

    /**
     * Reads UTF-8 text without positions, within {@link JsonLimits#BODY}.
     *
     * @throws JsonSyntaxException if the text is not exactly one JSON value, or larger than the limits
     */
    public static JsonValue read(byte[] text) {
        checkSize(INLINE, text, JsonLimits.BODY);
        int start = hasByteOrderMark(text) ? 3 : 0;
        try (JsonParser parser = factory(JsonLimits.BODY).createParser(text, start, text.length - start)) {
            return new JsonReader(parser, null, JsonLimits.BODY).document();
        } catch (CharConversionException e) {
            // many zeros at the start look like UTF-32
            throw JsonFault.problem(INLINE, null, "its bytes are no text: " + e.getMessage(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads text without positions.
     *
     * @throws JsonSyntaxException if the text is not exactly one JSON value, or larger than {@link JsonLimits#BODY}
     */
    public static JsonValue read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a file's UTF-8 text with the line and column of every value, within {@link JsonLimits#FILE}.
     *
     * @param source what the user calls the text, for locations
     * @throws JsonSyntaxException if the text is not UTF-8, not exactly one JSON value, or larger than the limits
     */
    public static JsonDocument readLocated(String source, byte[] text) {
        return readLocated(source, text, JsonLimits.FILE);
    }

    /** As {@link #readLocated(String, byte[])}, within other limits. */
    public static JsonDocument readLocated(String source, byte[] text, JsonLimits limits) {
        checkSize(source, text, limits);
        CharBuffer chars = decode(source, text);
        try (JsonParser parser = factory(limits).createParser(chars.array(), chars.arrayOffset(), chars.length())) {
            JsonReader reader = new JsonReader(parser, source, limits);
            return new JsonDocument(reader.document(), reader.problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonValue document() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            JsonValue root = source != null || token == null ? value() : new BodyTree(parser).value(token);
            if (parser.nextToken() != null) {
                throw fault("more text after the end of the JSON value", "remove what follows the value");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new JsonFault(e, limits).at(source == null ? INLINE : source, parser.currentTokenLocation());
        }
    }

    private JsonSyntaxException fault(String reason, @Nullable String advice) {
        return JsonFault.problem(source == null ? INLINE : source, parser.currentTokenLocation(), reason, advice);
    }

    private JsonValue value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw fault("the text is empty, there is no JSON value", null);
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(parser.getText(), here());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText(), here());
            case VALUE_TRUE -> new JsonBoolean(true, here());
            case VALUE_FALSE -> new JsonBoolean(false, here());
            case VALUE_NULL -> new JsonNull(here());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("the parser let " + token + " through");
        };
    }

    private JsonObject object() throws IOException {
        JsonObject.Builder object = new JsonObject.Builder().at(here());
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Location place = here();
            parser.nextToken();
            if (!object.set(name, value()) && place != null) {
                problems.add(duplicate(name, place));
            }
        }
        return object.build();
    }

    private JsonArray array() throws IOException {
        Location place = here();
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new JsonArray(elements.toArray(new JsonValue[0]), place);
    }

    private @Nullable Location here() {
        if (source == null) {
            return null;
        }
        JsonLocation at = parser.currentTokenLocation();
        return new Location(source, at.getLineNr(), at.getColumnNr());
    }

    private static Problem duplicate(String name, Location place) {
        return Problem.error("CONTRACT-JSON", "the name " + Quoted.text(name) + " stands twice in one object")
                .at(place)
                .found("the second of them")
                .mend("remove one of the two");
    }

    private static void checkSize(String source, byte[] text, JsonLimits limits) {
        if (text.length > limits.bytes()) {
            throw JsonFault.problem(
                    source,
                    null,
                    text.length + " bytes, where at most " + limits.bytes() + " are read",
                    "split the document");
        }
    }

    /** Decoded up front, so that columns count characters and broken UTF-8 is named with its place. */
    private static CharBuffer decode(String source, byte[] text) {
        int start = hasByteOrderMark(text) ? 3 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(text, start, text.length - start);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new JsonSyntaxException(
                    Problem.error("CONTRACT-JSON", "not readable as JSON")
                            .at(source)
                            .found("a byte at offset " + bytes.position() + " that is not UTF-8")
                            .mend("save the file as UTF-8"),
                    "not UTF-8 at byte " + bytes.position());
        }
    }

    private static boolean hasByteOrderMark(byte[] text) {
        return text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
    }

    private static JsonFactory factory(JsonLimits limits) {
        return FACTORIES.computeIfAbsent(limits, key -> JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(key.depth())
                        .maxStringLength(key.stringLength())
                        .build())
                .build());
    }
}
