package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Equality;
import dev.contract.core.model.RulePath;
import java.util.function.Supplier;

/**
 * A value that no rules apply to: compared directly, as long as nothing differs. What differs is found by nodes that are only made
 * then.
 */
record EqualNode(JsonValue expected, boolean strict, Supplier<Node> nodes) implements Node {

    @Override
    public void match(JsonValue actual, Walk walk) {
        boolean equal = strict ? Equality.same(expected, actual) : Equality.covers(expected, actual);
        if (!equal) {
            nodes.get().match(actual, walk);
        }
    }

    @Override
    public void pin(RulePath here, Pins pins) {
        if (strict) {
            pins.value(here, expected);
        }
    }
}
