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
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Consumer<Problem> problems;

    NodeCompiler(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * The node of a document.
     *
     * @param keys what is agreed on keys beyond the example, seen from there
     */
    Node compile(JsonValue expected, Map<String, RuleGroup> rules, Keys keys) {
        return node(expected, new Place(PathSelection.compile(rules, problems), keys));
    }

    private Node node(JsonValue expected, Place place) {
        return place.isPlain() && expected.isContainer()
                ? new EqualNode(expected, place.keys().strict(), once(() -> ruled(expected, place)))
                : ruled(expected, place);
    }

    private Node ruled(JsonValue expected, Place place) {
        if (place.rules().acceptsAnything()) {
            return accepting(expected, place);
        }
        if (expected instanceof JsonObject object) {
            return object(object, place);
        }
        if (expected instanceof JsonArray array) {
            return array(array, place);
        }
        Rules rules = place.rules().selected();
        return new ScalarNode(expected, rules == null ? Rules.EQUALITY : rules);
    }

    private Node object(JsonObject expected, Place place) {
        Rules rules = place.rules().selected();
        Supplier<Entries> entries = once(() -> entries(expected, place));
        if (rules == null || !rules.isAlternative() || !rules.judgesMaps()) {
            return object(expected, rules, entries, place);
        }
        List<Node> nodes = rules.alternatives().stream()
                .map(each -> object(expected, each, entries, place))
                .toList();
        return new AnyOfNode(expected, rules, nodes);
    }

    /** @param entries shared by alternatives, or those in objects in objects would multiply */
    private Node object(JsonObject expected, @Nullable Rules rules, Supplier<Entries> entries, Place place) {
        if (rules != null && (rules.has(ValuesRule.class) || rules.has(EachValueRule.class))) {
            return MapNode.of(expected, rules, entries.get().ofAll());
        }
        if (rules != null && rules.has(EachKeyRule.class)) {
            return MapNode.of(expected, rules, entries.get().ofExample());
        }
        return new ObjectNode(
                expected, rules, place.keys().strict(), entries.get().known(), asides(expected, place));
    }

    /** An example that has such a field nevertheless demands it as any other. */
    private Asides asides(JsonObject expected, Place place) {
        if (place.keys().isPlain()) {
            return Asides.NONE;
        }
        JsonObject.Builder examples = JsonObject.builder();
        List<Node> nodes = new ArrayList<>();
        List<Boolean> required = new ArrayList<>();
        place.keys().asides().forEach((name, aside) -> {
            if (!expected.has(name)) {
                Node node = aside(aside.example(), place.field(name));
                examples.put(name, aside.example());
                nodes.add(aside.nullable() ? new NullableNode(node) : node);
                required.add(aside.required());
            }
        });
        return new Asides(examples.build(), nodes, required);
    }

    /** Those that have further ones in them are compiled when they first come: where paths have stars, each would multiply the others. */
    private Node aside(JsonValue example, Place place) {
        if (place.keys().isPlain()) {
            return node(example, place);
        }
        Supplier<Node> later = once(() -> node(example, place));
        return (actual, walk) -> later.get().match(actual, walk);
    }

    private Entries entries(JsonObject expected, Place place) {
        List<Node> known = new ArrayList<>(expected.size());
        expected.forEach((name, value) -> known.add(node(value, place.field(name))));
        Map<String, Supplier<Node>> named = new HashMap<>();
        for (String name : place.rules().fieldNames()) {
            if (!expected.has(name)) {
                named.put(name, once(() -> node(expected.valueAt(0), place.field(name))));
            }
        }
        return new Entries(expected, known, once(() -> node(expected.valueAt(0), place.otherField())), named);
    }

    private Node array(JsonArray expected, Place place) {
        Rules rules = place.rules().selected();
        Supplier<Elements> elements = once(() -> elements(expected, place));
        if (rules == null) {
            return new ArrayNode(expected, elements.get());
        }
        if (!rules.isAlternative() || !rules.judgesArrays()) {
            return array(expected, rules, elements, place);
        }
        List<Node> nodes = rules.alternatives().stream()
                .map(each -> array(expected, each, elements, place))
                .toList();
        return new AnyOfNode(expected, rules, nodes);
    }

    /** @param elements shared by alternatives, or those in arrays in arrays would multiply */
    private Node array(JsonArray expected, Rules rules, Supplier<Elements> elements, Place place) {
        ArrayContainsRule contains = rules.find(ArrayContainsRule.class).orElse(null);
        if (contains != null) {
            return new VariantsNode(expected, rules, variants(expected, contains, place.keys()));
        }
        if (rules.has(IgnoreOrderRule.class)) {
            return new UnorderedNode(expected, rules, elements.get().known());
        }
        boolean whole = expected.isEmpty() || rules.comparesWholeArrays();
        return new ArrayNode.Ruled(expected, rules, whole ? null : elements.get());
    }

    private Elements elements(JsonArray expected, Place place) {
        if (expected.isEmpty()) {
            return NO_ELEMENTS;
        }
        List<Node> known = new ArrayList<>(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            known.add(node(expected.get(i), place.index(i)));
        }
        JsonValue example = expected.get(0);
        Map<Integer, Supplier<Node>> named = new HashMap<>();
        for (int position : place.rules().positions()) {
            if (position >= known.size()) {
                named.put(position, once(() -> node(example, place.index(position))));
            }
        }
        return new Elements(known, once(() -> node(example, place.otherIndex())), named);
    }

    private List<VariantsNode.Variant> variants(JsonArray expected, ArrayContainsRule rule, Keys keys) {
        List<VariantsNode.Variant> variants = new ArrayList<>();
        if (rule.variants().isEmpty()) {
            for (int i = 0; i < expected.size(); i++) {
                variants.add(new VariantsNode.Variant(i, compile(expected.get(i), Map.of(), keys.index(i))));
            }
        }
        for (ArrayContainsRule.Variant variant : rule.variants()) {
            int index = variant.index();
            boolean exists = index >= 0 && index < expected.size();
            variants.add(new VariantsNode.Variant(
                    index, exists ? compile(expected.get(index), variant.rules(), keys.index(index)) : null));
        }
        return variants;
    }

    /** Below rules for keys only: nothing is compared but what deeper rules are about. */
    private Node accepting(JsonValue expected, Place place) {
        if (!place.rules().hasDeeperRules()) {
            return Node.ANYTHING;
        }
        if (expected instanceof JsonObject object) {
            return new Lenient(entries(object, place).ofExample());
        }
        return expected instanceof JsonArray array ? new LenientArray(elements(array, place)) : Node.ANYTHING;
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
