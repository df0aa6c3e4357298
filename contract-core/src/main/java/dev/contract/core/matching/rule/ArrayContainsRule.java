package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code arrayContains}: for each variant, at least one element of the array matches it.
 *
 * @param variants none means that each expected element must be found by equality
 */
public record ArrayContainsRule(List<Variant> variants) implements Rule {

    /**
     * One shape that some element must have.
     *
     * @param index of the example within the expected array
     * @param rules by path within the element
     */
    public record Variant(int index, Map<String, RuleGroup> rules) {}

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual.kind() == JsonValue.Kind.ARRAY ? null : "Expected " + Shown.typed(actual) + " to be an Array";
    }

    @Override
    public @Nullable Rule below() {
        return null;
    }
}
