package dev.contract.compare.accept;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules demand of an object or array as a whole.
 *
 * @param min elements, or entries
 * @param unclear what nobody knows of
 */
record Sizes(int min, int max, List<Unclear> unclear) {
    static final Sizes ANY = new Sizes(0, Integer.MAX_VALUE, List.of());

    /** The sizes that a group of rules accepts: one of these suffices. */
    static List<Sizes> of(RuleGroup group, JsonValue example) {
        List<Sizes> sizes =
                group.rules().stream().map(rule -> of(rule, example)).toList();
        if (group.combine() == Combine.AND) {
            return List.of(sizes.stream().reduce(ANY, Sizes::and));
        }
        return sizes.contains(ANY) ? List.of(ANY) : sizes.stream().distinct().toList();
    }

    private static Sizes of(MatchingRule rule, JsonValue example) {
        return switch (rule.type()) {
            case "notEmpty" -> new Sizes(1, Integer.MAX_VALUE, List.of());
            case "type" ->
                rule.attributes().has("schema")
                        ? bounds(rule, example, ANY)
                                .and(new Sizes(0, Integer.MAX_VALUE, List.of(new Unclear(rule, example))))
                        : bounds(rule, example, ANY);
            case "ignore-order" -> bounds(rule, example, exactly(example));
            default -> ANY;
        };
    }

    private static Sizes exactly(JsonValue example) {
        int size = example.asArray().map(JsonArray::size).orElse(0);
        return new Sizes(size, size, List.of());
    }

    private static Sizes bounds(MatchingRule rule, JsonValue example, Sizes otherwise) {
        if (!(example instanceof JsonArray)) {
            return ANY;
        }
        int min = bound(rule, "min", -1);
        int max = bound(rule, "max", -1);
        return min < 0 && max < 0
                ? otherwise
                : new Sizes(Math.max(0, min), max < 0 ? Integer.MAX_VALUE : max, List.of());
    }

    private static int bound(MatchingRule rule, String name, int otherwise) {
        JsonValue bound = rule.attributes().find(name);
        return bound == null ? otherwise : bound.count().orElse(otherwise);
    }

    Sizes and(Sizes other) {
        List<Unclear> both = new ArrayList<>(unclear);
        both.addAll(other.unclear);
        int least = Math.max(min, other.min);
        int most = Math.min(max, other.max);
        return new Sizes(least, most, both);
    }
}
