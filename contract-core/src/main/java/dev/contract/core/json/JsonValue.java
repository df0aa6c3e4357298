package dev.contract.core.json;

import dev.contract.core.problem.Location;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value. Two values are equal when kind and content are; where they stood in a text does not count, key order does not
 * count, and numbers are equal when their texts are.
 *
 * <p>Immutable.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** The six kinds of JSON. */
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    Kind kind();

    /** Where the value starts in its source; null when it was made in code or read without positions. */
    @Nullable
    Location location();

    /** The same value, said to start at a place: for readers of other notations. */
    JsonValue at(Location place);

    /** The object this is; empty when it is something else. */
    default Optional<JsonObject> asObject() {
        return this instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The array this is; empty when it is something else. */
    default Optional<JsonArray> asArray() {
        return this instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    /** The text of the JSON string this is; empty when it is something else. */
    default Optional<String> asString() {
        return this instanceof JsonString string ? Optional.of(string.text()) : Optional.empty();
    }

    /** The number this is; empty when it is something else. */
    default Optional<JsonNumber> asNumber() {
        return this instanceof JsonNumber number ? Optional.of(number) : Optional.empty();
    }

    /** The boolean this is; empty when it is something else. */
    default Optional<Boolean> asBoolean() {
        return this instanceof JsonBoolean bool ? Optional.of(bool.value()) : Optional.empty();
    }

    /** Whether this is an object or an array. */
    default boolean isContainer() {
        return kind() == Kind.OBJECT || kind() == Kind.ARRAY;
    }

    /** What this says where all is text: a string's own characters, compact JSON of anything else. */
    default String text() {
        return toJson();
    }

    /** The count that this says, as a number or in a string: at most nine digits; empty when it says something else. */
    default OptionalInt count() {
        String text = isContainer() ? "" : text();
        boolean digits = !text.isEmpty() && text.length() <= 9;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Compact JSON text, keys in their order. */
    default String toJson() {
        return JsonWriter.compact(this);
    }
}
