package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code eachKey}: every key of an object satisfies rules; which keys there are is not compared. */
public record EachKeyRule(Rules keys) implements Rule {

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual.kind() == JsonValue.Kind.OBJECT ? null : "Expected " + Shown.typed(actual) + " to be an Object";
    }

    @Override
    public @Nullable Rule below() {
        return null;
    }
}
