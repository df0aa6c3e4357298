package dev.contract.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.contract.core.problem.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

    private static final JsonFactory OF_BODIES = made(JsonLimits.BODY);
    private static final Map<JsonLimits, JsonFactory> OF_FILES = new ConcurrentHashMap<>();
    private static final String INLINE = "<inline>";

    private final JsonParser parser;
    private final @Nullable String source;
    private final JsonLimits limits;
    private final TreeReader tree;

    private JsonReader(JsonParser parser, @Nullable String source, JsonLimits limits) {
        this.parser = parser;
        this.source = source;
        this.limits = limits;
        this.tree = new TreeReader(parser, source);
    }

    /**
     * Reads UTF-8 text without positions, within {@link JsonLimits#BODY}.
     *
     * @throws JsonSyntaxException if the text is not exactly one JSON value, or larger than the limits
     */
    public static JsonValue read(byte[] text) {
        checkSize(INLINE, text, JsonLimits.BODY);
        int start = hasByteOrderMark(text) ? 3 : 0;
        try (JsonParser parser = OF_BODIES.createParser(text, start, text.length - start)) {
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
        try (JsonParser parser = countingCharacters(source, text, factory(limits))) {
            JsonReader reader = new JsonReader(parser, source, limits);
            return new JsonDocument(reader.document(), reader.tree.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns count characters. Where each is one byte the parser of bodies does that as well, and a JVM starts with one parser. */
    private static JsonParser countingCharacters(String source, byte[] text, JsonFactory factory) throws IOException {
        if (isAscii(text)) {
            return factory.createParser(text);
        }
        CharBuffer chars = decode(source, text);
        return factory.createParser(chars.array(), chars.arrayOffset(), chars.length());
    }

    /** Without zeros, which would look like another encoding. */
    private static boolean isAscii(byte[] text) {
        for (byte each : text) {
            if (each <= 0) {
                return false;
            }
        }
        return true;
    }

    private JsonValue document() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw fault("the text is empty, there is no JSON value", null);
            }
            JsonValue root = tree.value(token);
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
        return OF_FILES.computeIfAbsent(limits, JsonReader::made);
    }

    private static JsonFactory made(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringLength())
                        .build())
                .build();
    }
}
