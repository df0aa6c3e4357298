package dev.contract.core.matching.json;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose keys are part of what was agreed. */
final class ObjectNode implements Node {
    private final JsonObject expected;
    private final @Nullable Rules rules;
    private final boolean strict;
    private final String[] names;
    private final Node[] children;

    /** @param children one per entry of the expected object, in its order */
    ObjectNode(JsonObject expected, @Nullable Rules rules, boolean strict, List<Node> children) {
        this.expected = expected;
        this.rules = rules;
        this.strict = strict;
        this.names = expected.names().toArray(String[]::new);
        this.children = children.toArray(Node[]::new);
    }

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (!(actual instanceof JsonObject object)) {
            Kinds.differ(expected, actual, rules, walk);
            return;
        }
        if (rules != null) {
            walk.refuse(expected, actual, rules.refusalsOfContainer(expected, actual));
        }
        int before = walk.count();
        int present = matchEntries(object, walk);
        if (present < names.length || (strict && present < object.size())) {
            reportKeys(object, before, walk);
        }
    }

    /** How many of the expected entries there are. */
    private int matchEntries(JsonObject actual, Walk walk) {
        int present = 0;
        int likely = 0;
        walk.down();
        for (int i = 0; i < names.length; i++) {
            int at = actual.positionOf(names[i], likely);
            if (at >= 0) {
                present++;
                likely = at + 1;
                if (!walk.isOver()) {
                    walk.at(names[i]);
                    children[i].match(actual.valueAt(at), walk);
                }
            }
        }
        walk.up();
        return present;
    }

    private void reportKeys(JsonObject actual, int before, Walk walk) {
        List<String> missing = lacking(expected, actual);
        List<String> unexpected = lacking(actual, expected);
        walk.refuseKeys(
                before,
                Shown.json(only(missing, expected)),
                Shown.json(only(unexpected, actual)),
                sentence(actual, missing),
                missing,
                unexpected);
    }

    private String sentence(JsonObject actual, List<String> missing) {
        if (!strict) {
            return "Actual map is missing the following keys: " + String.join(", ", missing);
        }
        return expected.isEmpty()
                ? "Expected an empty Map but received " + Shown.json(actual)
                : "Expected a Map with keys " + keys(expected) + " but received one with keys " + keys(actual);
    }

    private static List<String> lacking(JsonObject model, JsonObject object) {
        List<String> missing = new ArrayList<>(model.names());
        missing.removeIf(object::has);
        return missing;
    }

    private static JsonObject only(List<String> names, JsonObject object) {
        JsonObject.Builder part = JsonObject.builder();
        names.forEach(name -> object.get(name).ifPresent(value -> part.put(name, value)));
        return part.build();
    }

    private static String keys(JsonObject object) {
        String[] sorted = object.names().toArray(String[]::new);
        Arrays.sort(sorted);
        return Shown.cut(Arrays.toString(sorted));
    }
}
