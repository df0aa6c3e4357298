package dev.contract.core.matching.json;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.EachKeyRule;
import dev.contract.core.matching.rule.Rules;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object that is used as a map: its keys are not compared with those of the example, but judged by rules of their own, or not at
 * all.
 *
 * @param rules for the object itself
 * @param keys for each of its keys; null when any will do
 * @param entries the node for the value of a key; null where the value is not looked at
 */
record MapNode(JsonObject expected, Rules rules, @Nullable Rules keys, Function<String, @Nullable Node> entries)
        implements Node {

    static MapNode of(JsonObject expected, Rules rules, Function<String, @Nullable Node> entries) {
        Rules keys = rules.find(EachKeyRule.class).map(EachKeyRule::keys).orElse(null);
        return new MapNode(expected, rules, keys, entries);
    }

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (!(actual instanceof JsonObject object)) {
            Kinds.differ(expected, actual, rules, walk);
            return;
        }
        walk.refuse(expected, actual, rules.refusalsOfContainer(expected, actual));
        walk.down();
        for (int i = 0; i < object.size() && !walk.isOver(); i++) {
            String name = object.nameAt(i);
            walk.at(name);
            if (keys != null) {
                matchKey(keys, name, walk);
            }
            Node entry = entries.apply(name);
            if (entry != null) {
                entry.match(object.valueAt(i), walk);
            }
        }
        walk.up();
    }

    private void matchKey(Rules rule, String name, Walk walk) {
        String example = expected.isEmpty() ? name : expected.nameAt(0);
        walk.refuse(JsonString.of(example), JsonString.of(name), rule.refusalsOfText(example, name));
    }
}
