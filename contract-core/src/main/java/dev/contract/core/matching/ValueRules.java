package dev.contract.core.matching;

import dev.contract.core.matching.rule.Rules;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a name that may have several values: a header, a query parameter.
 *
 * <p>Some writers number the values: {@code id[0]} is the first value of {@code id}, {@code id[*]} each of them, and {@code $.id} is
 * {@code id}. Only rules under the name itself leave the number of values free. Immutable.
 *
 * @param whole under the name itself; null when there are none
 * @param each for all values that have none of their own; null when there are none
 * @param numbered by position
 */
record ValueRules(@Nullable Rules whole, @Nullable Rules each, Map<Integer, Rules> numbered) {
    private static final Pattern KEY =
            Pattern.compile("(?:\\$\\.|\\$(?=\\['))?(.+?)(?:\\[(\\d{1,9}|\\*)])?", Pattern.DOTALL);

    static final ValueRules NONE = new ValueRules(null, null, Map.of());

    /**
     * The rules by name.
     *
     * @param rules by key
     * @param expected the names there are: of these, {@code id[0]} is one like any other
     * @param byName an empty map, which is filled
     */
    static Map<String, ValueRules> byName(
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

    private static void add(String key, Rules group, Map<String, ValueRules> byName) {
        Matcher parts = KEY.matcher(key);
        if (parts.matches()) {
            String index = parts.group(2);
            byName.computeIfPresent(unquoted(parts.group(1)), (name, known) -> known.with(index, group));
        }
    }

    /** A name with signs in it, {@code ['user id']}. */
    private static String unquoted(String name) {
        boolean quoted = name.length() > 4 && name.startsWith("['") && name.endsWith("']");
        return quoted ? name.substring(2, name.length() - 2) : name;
    }

    private ValueRules with(@Nullable String index, Rules group) {
        if (index == null) {
            return new ValueRules(whole == null ? group : whole, each, numbered);
        }
        if (index.equals("*")) {
            return new ValueRules(whole, group, numbered);
        }
        Map<Integer, Rules> more = new HashMap<>(numbered);
        more.put(Integer.valueOf(index), group);
        return new ValueRules(whole, each, more);
    }

    boolean isEmpty() {
        return whole == null && each == null && numbered.isEmpty();
    }

    /** The rules of the value at a position; null when there are none, and it must be equal. */
    @Nullable
    Rules at(int position) {
        Rules own = numbered.get(position);
        if (own != null) {
            return own;
        }
        return each != null ? each : whole;
    }
}
