package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A rule with parameters that cannot be used, such as a broken regular expression: it refuses every value, and says why. */
record BrokenRule(String why) implements Rule {

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return "Expected " + Shown.value(actual) + " to satisfy a rule that cannot be used: " + why;
    }
}
