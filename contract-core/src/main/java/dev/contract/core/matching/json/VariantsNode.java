package dev.contract.core.matching.json;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array in which each variant must be found; order and other elements do not matter. */
record VariantsNode(JsonArray expected, Rules rules, List<Variant> variants) implements Node {

    /**
     * One shape that some element must have.
     *
     * @param index of its example
     * @param node null when the example does not exist
     */
    record Variant(int index, @Nullable Node node) {}

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (!(actual instanceof JsonArray array)) {
            Kinds.differ(expected, actual, rules, walk);
            return;
        }
        walk.refuse(expected, actual, rules.refusalsOfContainer(expected, actual));
        for (Variant variant : variants) {
            match(variant, array, walk);
        }
    }

    private void match(Variant variant, JsonArray actual, Walk walk) {
        Node node = variant.node();
        if (node == null) {
            walk.refuse(
                    expected,
                    actual,
                    "Variant at index " + variant.index() + " has no example: the expected list has " + expected.size()
                            + " elements");
        } else if (!isFound(node, actual, walk)) {
            JsonValue example = expected.get(variant.index());
            String sought = "Variant at index " + variant.index() + " (" + Shown.json(example) + ")";
            String sentence = walk.mayTry()
                    ? sought + " was not found in the actual list"
                    : sought + " was not sought to the end of the actual list: that took too long and was stopped";
            walk.refuse(example, actual, sentence);
        }
    }

    private static boolean isFound(Node node, JsonArray actual, Walk walk) {
        for (JsonValue element : actual) {
            if (!walk.mayTry()) {
                return false;
            }
            Walk probe = walk.probe();
            node.match(element, probe);
            if (probe.foundNothing()) {
                return true;
            }
        }
        return false;
    }
}
