package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One matching rule, ready to judge values. Every question is answered with null for "accepted", or with the sentence that refuses: so
 * accepting allocates nothing.
 *
 * <p>Immutable and thread-safe.
 */
public interface Rule {

    /** Judges a JSON value whose example is a scalar; the value may be anything. */
    @Nullable
    String refusal(JsonValue expected, JsonValue actual);

    /** Judges an object or array whose example is of the same kind. Its entries are judged on their own, so most rules accept. */
    default @Nullable String refusalOfContainer(JsonValue expected, JsonValue actual) {
        return null;
    }

    /** Judges text that has no JSON types: headers, query, path, form fields, XML. Numbers are read from it. */
    default @Nullable String refusalOfText(String expected, String actual) {
        return refusal(JsonString.of(expected), JsonString.of(actual));
    }

    /** Judges a whole body of text. */
    default @Nullable String refusalOfDocument(String expected, String actual) {
        return refusalOfText(expected, actual);
    }

    /** Judges a whole body as bytes. */
    default @Nullable String refusalOfBytes(byte[] expected, byte[] actual) {
        return refusalOfDocument(
                new String(expected, StandardCharsets.UTF_8), new String(actual, StandardCharsets.UTF_8));
    }

    /** Judges how many values stand in one place: elements of an array, values of a header, repeated XML elements. */
    default @Nullable String refusalOfCount(Iterable<?> values, int count) {
        return null;
    }

    /** The rule as it acts on values below its own path; null when it does not reach them. */
    default @Nullable Rule below() {
        return this;
    }
}
