package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code type}: the same JSON type as the example, integers and decimals being one; arrays of a size within bounds. */
final class TypeRule implements Rule {
    static final TypeRule ANY_SIZE = new TypeRule(0, Integer.MAX_VALUE);

    private final int min;
    private final int max;

    TypeRule(int min, int max) {
        this.min = min;
        this.max = max;
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        // One class per kind: asking for it is what matching spends its time on
        return expected.getClass() == actual.getClass()
                ? null
                : "Expected " + Shown.typed(actual) + " to be the same type as " + Shown.typed(expected);
    }

    @Override
    public @Nullable String refusalOfContainer(JsonValue expected, JsonValue actual) {
        return actual instanceof JsonArray array ? refusalOfCount(array, array.size()) : null;
    }

    /** Everything is text there. */
    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return null;
    }

    @Override
    public @Nullable String refusalOfCount(Iterable<?> values, int count) {
        if (count < min) {
            return sized(values, count) + " to have minimum size of " + min;
        }
        return count > max ? sized(values, count) + " to have maximum size of " + max : null;
    }

    private static String sized(Iterable<?> values, int count) {
        return "Expected " + Shown.list(values) + " (size " + count + ")";
    }

    @Override
    public Rule below() {
        return ANY_SIZE;
    }
}
