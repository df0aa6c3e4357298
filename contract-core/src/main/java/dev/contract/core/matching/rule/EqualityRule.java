package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code equality}: the same type and value; an integer is never a decimal. */
final class EqualityRule implements Rule {
    static final EqualityRule EQUALITY = new EqualityRule();

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return Equality.same(expected, actual) ? null : unequal(Shown.typed(expected), Shown.typed(actual));
    }

    /** Arrays as a whole; the entries of objects are compared one by one, with the rules of their own. */
    @Override
    public @Nullable String refusalOfContainer(JsonValue expected, JsonValue actual) {
        return expected instanceof JsonArray ? refusal(expected, actual) : null;
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return expected.equals(actual) ? null : refusal(JsonString.of(expected), JsonString.of(actual));
    }

    @Override
    public @Nullable String refusalOfDocument(String expected, String actual) {
        return expected.equals(actual)
                ? null
                : "Expected body " + Shown.quoted(expected) + " to match " + Shown.quoted(actual)
                        + " using equality but did not match";
    }

    @Override
    public @Nullable String refusalOfBytes(byte[] expected, byte[] actual) {
        return Arrays.equals(expected, actual) ? null : Bytes.unequal(expected, actual);
    }

    private static String unequal(String expected, String actual) {
        return "Expected " + actual + " to be equal to " + expected;
    }
}
