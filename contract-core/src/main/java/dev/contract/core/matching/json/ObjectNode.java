package dev.contract.core.matching.json;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose keys are part of what was agreed. */
final class ObjectNode implements Node {
    private final JsonObject expected;
    private final @Nullable Rules rules;
    private final boolean strict;
    private final Asides asides;
    /** The expected object, and after its own entries those that its example leaves out. */
    private final JsonObject agreed;

    private final Node[] children;

    /**
     * @param strict whether there may be no other keys
     * @param children one per entry of the expected object, in its order
     */
    ObjectNode(JsonObject expected, @Nullable Rules rules, boolean strict, List<Node> children, Asides asides) {
        this.expected = expected;
        this.rules = rules;
        this.strict = strict;
        this.asides = asides;
        this.agreed = asides.examples().isEmpty()
                ? expected
                : expected.toBuilder().putAll(asides.examples()).build();
        this.children = children.toArray(new Node[agreed.size()]);
        for (int i = 0; i < asides.nodes().size(); i++) {
            this.children[expected.size() + i] = asides.nodes().get(i);
        }
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
        if (lacks(object, present) || (strict && present < object.size())) {
            reportKeys(object, before, walk);
        }
    }

    @Override
    public void pin(RulePath here, Pins pins) {
        if (rules == null || !rules.mayAllowOtherKinds()) {
            for (int i = 0; i < expected.size(); i++) {
                pins.entry(here, expected.nameAt(i), children[i]);
            }
        }
    }

    private boolean lacks(JsonObject actual, int present) {
        return present < agreed.size() && !missing(actual).isEmpty();
    }

    private List<String> missing(JsonObject actual) {
        List<String> missing = lacking(expected, actual);
        for (int i = 0; i < asides.nodes().size(); i++) {
            String name = asides.examples().nameAt(i);
            if (asides.required().get(i) && !actual.has(name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** How many of the entries that were agreed there are. */
    private int matchEntries(JsonObject actual, Walk walk) {
        int present = 0;
        int likely = 0;
        walk.down();
        for (int i = 0; i < agreed.size(); i++) {
            String name = agreed.nameAt(i);
            int at = actual.positionOf(name, likely);
            if (at >= 0) {
                present++;
                likely = at + 1;
                if (!walk.isOver()) {
                    walk.at(name);
                    children[i].match(actual.valueAt(at), walk);
                }
            }
        }
        walk.up();
        return present;
    }

    private void reportKeys(JsonObject actual, int before, Walk walk) {
        List<String> missing = missing(actual);
        List<String> unexpected = lacking(actual, expected);
        unexpected.removeAll(asides.examples().names());
        walk.refuseKeys(
                before,
                Shown.json(only(missing, agreed)),
                Shown.json(only(unexpected, actual)),
                sentence(actual, missing),
                missing,
                unexpected);
    }

    private String sentence(JsonObject actual, List<String> missing) {
        if (!strict) {
            return "Actual map is missing the following keys: " + String.join(", ", missing);
        }
        return agreed.isEmpty()
                ? "Expected an empty Map but received " + Shown.json(actual)
                : "Expected a Map with keys " + agreed() + " but received one with keys " + keys(actual);
    }

    private String agreed() {
        JsonObject.Builder required = expected.toBuilder();
        JsonObject.Builder optional = JsonObject.builder();
        for (int i = 0; i < asides.nodes().size(); i++) {
            JsonObject.Builder object = asides.required().get(i) ? required : optional;
            object.put(asides.examples().nameAt(i), asides.examples().valueAt(i));
        }
        JsonObject perhaps = optional.build();
        return keys(required.build()) + (perhaps.isEmpty() ? "" : ", and perhaps " + keys(perhaps));
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
