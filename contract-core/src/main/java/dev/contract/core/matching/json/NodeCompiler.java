package dev.contract.core.matching.json;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.ArrayContainsRule;
import dev.contract.core.matching.rule.EachKeyRule;
import dev.contract.core.matching.rule.EachValueRule;
import dev.contract.core.matching.rule.IgnoreOrderRule;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.ValuesRule;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles expected values and the rules that reach them into nodes. Nodes for entries that the example does not have are made when
 * such an entry first comes, and kept. Thread-safe.
 */
final class NodeCompiler {
    private static final Elements NO_ELEMENTS = new Elements(List.of(), () -> Node.ANYTHING, Map.of());

    private final boolean strict;
    private final Consumer<Problem> problems;

    NodeCompiler(boolean strict, Consumer<Problem> problems) {
        this.strict = strict;
        this.problems = problems;
    }

    /** The node of a document. */
    Node compile(JsonValue expected, Map<String, RuleGroup> rules) {
        return node(expected, PathSelection.compile(rules, problems));
    }

    private Node node(JsonValue expected, RuleState state) {
        return state.isPlain() && expected.isContainer()
                ? new EqualNode(expected, strict, once(() -> ruled(expected, state)))
                : ruled(expected, state);
    }

    private Node ruled(JsonValue expected, RuleState state) {
        if (state.acceptsAnything()) {
            return accepting(expected, state);
        }
        if (expected instanceof JsonObject object) {
            return object(object, state);
        }
        if (expected instanceof JsonArray array) {
            return array(array, state);
        }
        Rules rules = state.selected();
        return new ScalarNode(expected, rules == null ? Rules.EQUALITY : rules);
    }

    private Node object(JsonObject expected, RuleState state) {
        Rules rules = state.selected();
        if (rules == null || !rules.isAlternative() || !rules.judgesMaps()) {
            return object(expected, rules, state);
        }
        List<Node> nodes = rules.alternatives().stream()
                .map(each -> object(expected, each, state))
                .toList();
        return new AnyOfNode(expected, rules, nodes);
    }

    private Node object(JsonObject expected, @Nullable Rules rules, RuleState state) {
        if (rules != null && (rules.has(ValuesRule.class) || rules.has(EachValueRule.class))) {
            return MapNode.of(expected, rules, values(expected, state));
        }
        if (rules != null && rules.has(EachKeyRule.class)) {
            return MapNode.of(expected, rules, sharedValues(expected, state));
        }
        List<Node> children = new ArrayList<>(expected.size());
        expected.forEach((name, value) -> children.add(node(value, state.field(name))));
        return new ObjectNode(expected, rules, strict, children);
    }

    /** Every actual value is compared: with that of the same key, or with the first as an example for all. */
    private Function<String, @Nullable Node> values(JsonObject expected, RuleState state) {
        if (expected.isEmpty()) {
            return name -> null;
        }
        Map<String, Node> named = new ConcurrentHashMap<>();
        expected.forEach((name, value) -> named.put(name, node(value, state.field(name))));
        JsonValue example = expected.valueAt(0);
        Supplier<Node> other = once(() -> node(example, state.otherField()));
        return name -> {
            Node known = named.get(name);
            if (known != null) {
                return known;
            }
            return state.fieldNames().contains(name)
                    ? named.computeIfAbsent(name, each -> node(example, state.field(each)))
                    : other.get();
        };
    }

    /** Only the values of keys that the example has, too; the rules of the keys decide over the rest. */
    private Function<String, @Nullable Node> sharedValues(JsonObject expected, RuleState state) {
        Map<String, Node> shared = new ConcurrentHashMap<>();
        expected.forEach((name, value) -> shared.put(name, node(value, state.field(name))));
        return shared::get;
    }

    private Node array(JsonArray expected, RuleState state) {
        Rules rules = state.selected();
        if (rules == null) {
            return new ArrayNode(expected, elements(each(expected, state), expected, state));
        }
        // Alternatives share the nodes of the elements, or arrays in arrays would multiply them
        Supplier<List<Node>> elements = once(() -> each(expected, state));
        return rules.isAlternative() && rules.judgesArrays()
                ? new AnyOfNode(
                        expected,
                        rules,
                        rules.alternatives().stream()
                                .map(each -> array(expected, each, state, elements))
                                .toList())
                : array(expected, rules, state, elements);
    }

    private Node array(JsonArray expected, Rules rules, RuleState state, Supplier<List<Node>> elements) {
        ArrayContainsRule contains = rules.find(ArrayContainsRule.class).orElse(null);
        if (contains != null) {
            return new VariantsNode(expected, rules, variants(expected, contains));
        }
        if (rules.has(IgnoreOrderRule.class)) {
            return new UnorderedNode(expected, rules, elements.get());
        }
        boolean whole = expected.isEmpty() || rules.comparesWholeArrays();
        return new ArrayNode.Ruled(expected, rules, whole ? null : elements(elements.get(), expected, state));
    }

    private Elements elements(List<Node> known, JsonArray expected, RuleState state) {
        return known.isEmpty() ? NO_ELEMENTS : elements(known, expected.get(0), state);
    }

    private List<Node> each(JsonArray expected, RuleState state) {
        List<Node> nodes = new ArrayList<>(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            nodes.add(node(expected.get(i), state.index(i)));
        }
        return nodes;
    }

    private Elements elements(List<Node> known, JsonValue example, RuleState state) {
        Map<Integer, Supplier<Node>> named = new HashMap<>();
        for (int position : state.positions()) {
            if (position >= known.size()) {
                named.put(position, once(() -> node(example, state.index(position))));
            }
        }
        return new Elements(known, once(() -> node(example, state.otherIndex())), named);
    }

    private List<VariantsNode.Variant> variants(JsonArray expected, ArrayContainsRule rule) {
        List<VariantsNode.Variant> variants = new ArrayList<>();
        if (rule.variants().isEmpty()) {
            for (int i = 0; i < expected.size(); i++) {
                variants.add(new VariantsNode.Variant(i, compile(expected.get(i), Map.of())));
            }
        }
        for (ArrayContainsRule.Variant variant : rule.variants()) {
            int index = variant.index();
            boolean exists = index >= 0 && index < expected.size();
            variants.add(
                    new VariantsNode.Variant(index, exists ? compile(expected.get(index), variant.rules()) : null));
        }
        return variants;
    }

    /** Below rules for keys only: nothing is compared but what deeper rules are about. */
    private Node accepting(JsonValue expected, RuleState state) {
        if (!state.hasDeeperRules()) {
            return Node.ANYTHING;
        }
        if (expected instanceof JsonObject object) {
            return new Lenient(sharedValues(object, state));
        }
        return expected instanceof JsonArray array
                ? new LenientArray(elements(each(array, state), array, state))
                : Node.ANYTHING;
    }

    /** An object of which only some values are looked at. */
    private record Lenient(Function<String, @Nullable Node> entries) implements Node {
        @Override
        public void match(JsonValue actual, Walk walk) {
            if (actual instanceof JsonObject object) {
                walk.down();
                object.forEach((name, value) -> {
                    Node entry = entries.apply(name);
                    if (entry != null) {
                        walk.at(name);
                        entry.match(value, walk);
                    }
                });
                walk.up();
            }
        }
    }

    /** An array of which only some elements are looked at. */
    private record LenientArray(Elements elements) implements Node {
        @Override
        public void match(JsonValue actual, Walk walk) {
            if (actual instanceof JsonArray array) {
                elements.match(array, array.size(), walk);
            }
        }
    }

    /** A value that is made when it is first asked for; by two threads at once perhaps twice, which does no harm. */
    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {
            private volatile @Nullable T made;

            @Override
            public T get() {
                T known = made;
                if (known == null) {
                    known = maker.get();
                    made = known;
                }
                return known;
            }
        };
    }
}
