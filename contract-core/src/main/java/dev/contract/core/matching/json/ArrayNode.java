package dev.contract.core.matching.json;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.RulePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array without rules: as long as the example, element by element, in requests and responses alike. */
record ArrayNode(JsonArray expected, Elements elements) implements Node {

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (!(actual instanceof JsonArray array)) {
            Kinds.differ(expected, actual, null, walk);
            return;
        }
        if (expected.size() != array.size()) {
            walk.refuse(expected, actual, sentence(array));
        }
        if (!expected.isEmpty()) {
            elements.match(array, Math.min(expected.size(), array.size()), walk);
        }
    }

    @Override
    public void pin(RulePath here, Pins pins) {
        List<Node> known = elements.known();
        for (int i = 0; i < known.size(); i++) {
            pins.element(here, i, known.get(i));
        }
    }

    private String sentence(JsonArray actual) {
        return expected.isEmpty()
                ? "Expected an empty List but received " + Shown.json(actual)
                : "Expected a List with " + counted(expected) + " but received " + counted(actual);
    }

    private static String counted(JsonArray array) {
        return array.size() + (array.size() == 1 ? " element" : " elements");
    }

    /**
     * An array with rules: they judge its size or the whole of it, and its elements are compared with those of the example, as many as
     * there are.
     *
     * @param elements null where the elements are not looked at one by one
     */
    record Ruled(JsonArray expected, Rules rules, @Nullable Elements elements) implements Node {

        @Override
        public void match(JsonValue actual, Walk walk) {
            if (!(actual instanceof JsonArray array)) {
                Kinds.differ(expected, actual, rules, walk);
                return;
            }
            walk.refuse(expected, actual, rules.refusalsOfContainer(expected, actual));
            if (elements != null) {
                elements.match(array, array.size(), walk);
            }
        }

        @Override
        public void pin(RulePath here, Pins pins) {
            if (rules.demandEquality()) {
                pins.value(here, expected);
            }
        }
    }
}
