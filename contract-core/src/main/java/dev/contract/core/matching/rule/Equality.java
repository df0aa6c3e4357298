package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether JSON values are equal in the sense of the Pact specification: {@code 1.10} is {@code 1.1}, {@code 1} is not {@code 1.0}, the
 * order of keys does not count.
 */
public final class Equality {
    private Equality() {}

    /** Whether two values are equal throughout. */
    public static boolean same(JsonValue expected, JsonValue actual) {
        return compare(expected, actual, true);
    }

    /** Whether a value is what a response may be: objects may have more keys than expected. */
    public static boolean covers(JsonValue expected, JsonValue actual) {
        return compare(expected, actual, false);
    }

    private static boolean compare(JsonValue expected, JsonValue actual, boolean strict) {
        if (expected instanceof JsonString text) {
            return actual instanceof JsonString other && text.text().equals(other.text());
        }
        if (expected instanceof JsonObject object) {
            return actual instanceof JsonObject other && objects(object, other, strict);
        }
        if (expected instanceof JsonArray array) {
            return actual instanceof JsonArray other && arrays(array, other, strict);
        }
        if (expected instanceof JsonNumber number) {
            return actual instanceof JsonNumber other && numbers(number, other);
        }
        if (expected instanceof JsonBoolean bool) {
            return actual instanceof JsonBoolean other && bool.value() == other.value();
        }
        return actual.kind() == JsonValue.Kind.NULL;
    }

    private static boolean objects(JsonObject expected, JsonObject actual, boolean strict) {
        int size = expected.size();
        if (strict ? size != actual.size() : size > actual.size()) {
            return false;
        }
        int likely = 0;
        for (int i = 0; i < size; i++) {
            int at = actual.positionOf(expected.nameAt(i), likely);
            if (at < 0 || !compare(expected.valueAt(i), actual.valueAt(at), strict)) {
                return false;
            }
            likely = at + 1;
        }
        return true;
    }

    private static boolean arrays(JsonArray expected, JsonArray actual, boolean strict) {
        int size = expected.size();
        if (size != actual.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!compare(expected.get(i), actual.get(i), strict)) {
                return false;
            }
        }
        return true;
    }

    /** A number that values have in common with all that are {@linkplain #same the same}. */
    public static int hash(JsonValue value) {
        if (value instanceof JsonObject object) {
            int hash = 0;
            for (int i = 0; i < object.size(); i++) {
                hash += 31 * object.nameAt(i).hashCode() ^ hash(object.valueAt(i));
            }
            return hash;
        }
        if (value instanceof JsonArray array) {
            int hash = 1;
            for (int i = 0; i < array.size(); i++) {
                hash = 31 * hash + hash(array.get(i));
            }
            return hash;
        }
        return value instanceof JsonNumber number ? hash(number) : value.text().hashCode();
    }

    private static int hash(JsonNumber number) {
        if (number.isInteger()) {
            return number.text().equals("-0") ? "0".hashCode() : number.text().hashCode();
        }
        try {
            return number.decimal().stripTrailingZeros().hashCode();
        } catch (ArithmeticException e) {
            return 0;
        }
    }

    /** Two integers or two decimals of the same value. */
    static boolean numbers(JsonNumber expected, JsonNumber actual) {
        if (expected.text().equals(actual.text())) {
            return true;
        }
        return expected.isInteger() == actual.isInteger() && sameValue(expected, actual);
    }

    /** Numbers beyond what a decimal can hold, {@code 1e9999999999}, are equal when their texts are. */
    private static boolean sameValue(JsonNumber expected, JsonNumber actual) {
        try {
            return expected.decimal().compareTo(actual.decimal()) == 0;
        } catch (ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    /** Whether texts are equal, an absent one being an empty one. */
    public static boolean texts(@Nullable String expected, @Nullable String actual) {
        return (expected == null ? "" : expected).equals(actual == null ? "" : actual);
    }
}
