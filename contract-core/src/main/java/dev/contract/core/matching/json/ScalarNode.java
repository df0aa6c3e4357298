package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.RulePath;
import java.util.List;

/** A string, number, boolean or null. */
record ScalarNode(JsonValue expected, Rules rules) implements Node {

    @Override
    public void match(JsonValue actual, Walk walk) {
        List<String> refusals = rules.refusals(expected, actual);
        if (!refusals.isEmpty()) {
            walk.refuse(expected, actual, refusals);
        }
    }

    @Override
    public void pin(RulePath here, Pins pins) {
        if (rules.demandEquality()) {
            pins.value(here, expected);
        }
    }
}
