package dev.contract.core.matching;

import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.ValueKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a name that may have several values: a header, a query parameter.
 *
 * <p>Only rules under the name itself leave the number of values free. Immutable.
 *
 * @param whole under the name itself; null when there are none
 * @param each for all values that have none of their own; null when there are none
 * @param numbered by position
 */
public record ValueRules(@Nullable Rules whole, @Nullable Rules each, Map<Integer, Rules> numbered) {
    public static final ValueRules NONE = new ValueRules(null, null, Map.of());

    /**
     * The rules by name.
     *
     * @param rules by key
     * @param expected the names there are: of these, {@code id[0]} is one like any other
     * @param byName an empty map, which is filled
     */
    public static Map<String, ValueRules> byName(
            Map<String, Rules> rules, Iterable<String> expected, Map<String, ValueRules> byName) {
        for (String name : expected) {
            Rules literal = rules.get(name);
            byName.put(name, literal == null ? NONE : new ValueRules(literal, null, Map.of()));
        }
        rules.forEach((key, group) -> {
            if (!byName.containsKey(key)) {
                add(key, group, byName);
            }
        });
        return byName;
    }

    private static void add(String written, Rules group, Map<String, ValueRules> byName) {
        ValueKey key = ValueKey.parse(written);
        byName.computeIfPresent(key.name(), (name, known) -> known.with(key.index(), group));
    }

    private ValueRules with(@Nullable String index, Rules group) {
        if (index == null) {
            return new ValueRules(whole == null ? group : whole, each, numbered);
        }
        if (index.equals(ValueKey.EACH)) {
            return new ValueRules(whole, group, numbered);
        }
        Map<Integer, Rules> more = new HashMap<>(numbered);
        more.put(Integer.valueOf(index), group);
        return new ValueRules(whole, each, more);
    }

    public boolean isEmpty() {
        return whole == null && each == null && numbered.isEmpty();
    }

    /** The rules of the value at a position; null when there are none, and it must be equal. */
    @Nullable
    public Rules at(int position) {
        Rules own = numbered.get(position);
        if (own != null) {
            return own;
        }
        return each != null ? each : whole;
    }
}
