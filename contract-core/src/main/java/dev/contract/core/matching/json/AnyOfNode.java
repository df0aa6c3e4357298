package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import java.util.List;

/**
 * An object or array of which one rule of several suffices, where these look at it in different ways: its elements in any order, or
 * equal as a whole.
 *
 * @param nodes one for each rule
 */
record AnyOfNode(JsonValue expected, Rules rules, List<Node> nodes) implements Node {

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (actual.kind() != expected.kind()) {
            Kinds.differ(expected, actual, rules, walk);
            return;
        }
        for (Node node : nodes) {
            if (walk.accepts(node, actual)) {
                return;
            }
        }
        if (walk.isVerdictOnly()) {
            walk.refuse(expected, actual, "No alternative rule suffices");
        }
        for (Node node : nodes) {
            if (!walk.isOver()) {
                node.match(actual, walk);
            }
        }
    }
}
