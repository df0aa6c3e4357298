package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import org.jspecify.annotations.Nullable;

/**
 * {@code eachValue}: every value of an object or array satisfies rules, which apply at {@code path.*}; which keys there are is not
 * compared.
 */
public record EachValueRule() implements Rule {

    /** The rules that such a rule carries. */
    public static RuleGroup valuesOf(MatchingRule rule) {
        return RuleJson.list(rule.attributes());
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual.isContainer() ? null : "Expected " + Shown.typed(actual) + " to be an Object or an Array";
    }

    @Override
    public @Nullable Rule below() {
        return null;
    }
}
