package dev.contract.compare.accept;

import dev.contract.compare.accept.Lists.Elements;
import dev.contract.compare.accept.Lists.Unordered;
import dev.contract.compare.accept.Members.Member;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.json.Keys;
import dev.contract.core.matching.json.Place;
import dev.contract.core.matching.rule.ArrayContainsRule;
import dev.contract.core.matching.rule.EachKeyRule;
import dev.contract.core.matching.rule.EachValueRule;
import dev.contract.core.matching.rule.IgnoreOrderRule;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.ValuesRule;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes shapes of JSON examples with their rules, as {@code matching.json} makes nodes of them: what one changes, the other has to follow.
 * One document at a time.
 */
public final class ShapeCompiler {
    private static final Set<String> OF_THE_EXAMPLE = Set.of("equality", "ignore-order");
    private static final Set<String> WAYS = Set.of("equality", "ignore-order", "arrayContains");

    private ShapeCompiler() {}

    /**
     * The shape of a document.
     *
     * @param presence what is agreed on keys beyond the example
     * @param strict whether objects have no other keys than those that were agreed
     */
    public static Shape compile(JsonValue example, Map<String, RuleGroup> rules, Presence presence, boolean strict) {
        return compile(example, rules, Keys.of(presence, strict));
    }

    /** What is equal to a value throughout. */
    public static Shape only(JsonValue value) {
        return compile(value, Map.of(), Keys.none(true));
    }

    private static Shape compile(JsonValue example, Map<String, RuleGroup> rules, Keys keys) {
        return new ShapeCompiler().shape(example, new Place(PathSelection.compile(rules, problem -> {}), keys));
    }

    private Shape shape(JsonValue example, Place place) {
        if (place.rules().acceptsAnything()) {
            return accepting(example, place);
        }
        if (example instanceof JsonObject object) {
            return object(object, place);
        }
        if (example instanceof JsonArray array) {
            return array(array, place);
        }
        Rules rules = place.rules().selected();
        return scalar(example, rules == null ? Rules.EQUALITY : rules);
    }

    private Later later(JsonValue example, Place place) {
        if (place.isPlain()) {
            return Later.plain(example, place.keys().strict(), () -> shape(example, place));
        }
        Rules rules = place.rules().selected();
        return rules == null || example.isContainer()
                ? new Later(() -> shape(example, place))
                : Later.scalar(example, rules);
    }

    /** A value whose example is no object or array, or is judged as if it were none. */
    public static Shape scalar(JsonValue example, Rules rules) {
        RuleGroup group = rules.asGroup();
        List<Lists> arrays = new ArrayList<>();
        List<Members> objects = new ArrayList<>();
        for (List<Rules> row : group.combine() == Combine.OR ? each(rules) : List.of(rules.alternatives())) {
            List<Unclear> unclear = row.stream()
                    .filter(Rules::judgesAnyBody)
                    .map(rule -> new Unclear(rule.asGroup().rules().get(0), example))
                    .toList();
            if (mayAccept(row, example, JsonArray.EMPTY)) {
                arrays.add(elements(new Sizes(0, Integer.MAX_VALUE, unclear), List.of()));
            }
            if (mayAccept(row, example, JsonObject.EMPTY)) {
                objects.add(new Members(Map.of(), Later.ANYTHING, Texts.ALL, false, unclear));
            }
        }
        return new Shape(
                example,
                accepts(rules, example, JsonNull.NULL),
                booleans(rules, example),
                Texts.of(group, example, Carrier.NUMBER),
                Texts.of(group, example, Carrier.STRING),
                arrays,
                objects);
    }

    private static List<List<Rules>> each(Rules rules) {
        return rules.alternatives().stream().map(List::of).toList();
    }

    /** Rules of scalars accept all arrays, or all objects, or none; what looks at bytes may do anything. */
    private static boolean mayAccept(List<Rules> row, JsonValue example, JsonValue container) {
        return row.stream().allMatch(rule -> rule.judgesAnyBody() || accepts(rule, example, container));
    }

    private static Set<Boolean> booleans(Rules rules, JsonValue example) {
        Set<Boolean> accepted = new LinkedHashSet<>();
        for (boolean value : new boolean[] {true, false}) {
            if (accepts(rules, example, JsonBoolean.of(value))) {
                accepted.add(value);
            }
        }
        return accepted;
    }

    private static boolean accepts(Rules rules, JsonValue example, JsonValue value) {
        return rules.refusals(example, value).isEmpty();
    }

    /** What a value of another kind than its object or array example must be: only alternatives allow for one. */
    private static Shape ofOtherKinds(JsonValue example, @Nullable Rules rules) {
        if (rules != null && rules.asGroup().combine() == Combine.OR) {
            return scalar(example, rules);
        }
        return new Shape(example, false, Set.of(), Texts.NONE, Texts.NONE, List.of(), List.of());
    }

    private Shape object(JsonObject example, Place place) {
        Rules rules = place.rules().selected();
        List<Members> objects = new ArrayList<>();
        if (rules == null) {
            objects.add(fields(example, Sizes.ANY, place));
        } else if (rules.isAlternative() && rules.judgesMaps()) {
            rules.alternatives().forEach(each -> objects.addAll(objects(example, each, place)));
        } else {
            objects.addAll(objects(example, rules, place));
        }
        return ofOtherKinds(example, rules).withObjects(objects);
    }

    private List<Members> objects(JsonObject example, Rules rules, Place place) {
        boolean values = rules.has(ValuesRule.class) || rules.has(EachValueRule.class);
        return Sizes.of(rules.asGroup(), example).stream()
                .map(size -> values || rules.has(EachKeyRule.class)
                        ? map(example, values, rules, size, place)
                        : fields(example, size, place))
                .toList();
    }

    /** An object whose keys were agreed. */
    private Members fields(JsonObject example, Sizes size, Place place) {
        Map<String, Member> known = new LinkedHashMap<>();
        example.forEach((name, value) -> known.put(name, new Member(later(value, place.field(name)), true)));
        place.keys().asides().forEach((name, aside) -> {
            if (!example.has(name)) {
                Later shape = later(aside.example(), place.field(name));
                Later own = aside.nullable() ? new Later(() -> shape.get().withNull()) : shape;
                known.put(name, new Member(own, aside.required()));
            }
        });
        Later others = place.keys().strict() ? null : Later.ANYTHING;
        return new Members(known, others, Texts.ALL, size.min() > 0, size.unclear());
    }

    /** An object whose keys are data. */
    private Members map(JsonObject example, boolean values, Rules rules, Sizes size, Place place) {
        Map<String, Member> known = new LinkedHashMap<>();
        example.forEach((name, value) -> known.put(name, new Member(later(value, place.field(name)), false)));
        boolean template = values && !example.isEmpty();
        if (template) {
            for (String name : place.rules().fieldNames()) {
                known.computeIfAbsent(name, each -> new Member(later(example.valueAt(0), place.field(name)), false));
            }
        }
        Later others = template ? later(example.valueAt(0), place.otherField()) : Later.ANYTHING;
        List<Unclear> unclear = new ArrayList<>(size.unclear());
        Texts names = rules.find(EachKeyRule.class)
                .map(rule -> names(example, rule.keys().asGroup(), unclear))
                .orElse(Texts.ALL);
        return new Members(known, others, names, size.min() > 0, unclear);
    }

    private static Texts names(JsonObject example, RuleGroup group, List<Unclear> unclear) {
        List<MatchingRule> ofExample = group.rules().stream()
                .filter(rule -> OF_THE_EXAMPLE.contains(rule.type()))
                .toList();
        if (example.isEmpty() && !ofExample.isEmpty()) {
            ofExample.forEach(rule -> unclear.add(new Unclear(rule, example)));
            return Texts.ALL;
        }
        String key = example.isEmpty() ? "" : example.nameAt(0);
        return Texts.of(group, JsonString.of(key), Carrier.PLAIN);
    }

    private Shape array(JsonArray example, Place place) {
        Rules rules = place.rules().selected();
        List<Lists> arrays = new ArrayList<>();
        if (rules == null) {
            arrays.add(positions(example, new Sizes(example.size(), example.size(), List.of()), place));
        } else if (rules.isAlternative() && rules.judgesArrays()) {
            rules.alternatives().forEach(each -> arrays.addAll(arrays(example, each, place)));
        } else {
            arrays.addAll(arrays(example, rules, place));
        }
        return ofOtherKinds(example, rules).withArrays(arrays);
    }

    private List<Lists> arrays(JsonArray example, Rules rules, Place place) {
        List<Lists> arrays = new ArrayList<>();
        for (Sizes size : Sizes.of(rules.asGroup(), example)) {
            arrays.add(array(example, rules, mixed(example, rules, size), place));
        }
        return arrays;
    }

    /** Rules that look at the elements in different ways at once are nobody's habit. */
    private static Sizes mixed(JsonArray example, Rules rules, Sizes size) {
        List<MatchingRule> ways = rules.asGroup().rules().stream()
                .filter(rule -> WAYS.contains(rule.type()))
                .distinct()
                .toList();
        List<Unclear> unclear =
                ways.stream().map(rule -> new Unclear(rule, example)).toList();
        return ways.size() < 2 ? size : size.and(new Sizes(0, Integer.MAX_VALUE, unclear));
    }

    private Lists array(JsonArray example, Rules rules, Sizes size, Place place) {
        ArrayContainsRule contains = rules.find(ArrayContainsRule.class).orElse(null);
        if (contains != null) {
            return elements(size, variants(example, contains, place.keys()));
        }
        if (rules.has(IgnoreOrderRule.class)) {
            List<Later> examples = new ArrayList<>();
            for (int i = 0; i < example.size(); i++) {
                examples.add(later(example.get(i), place.index(i)));
            }
            return new Unordered(size.min(), size.max(), examples, size.unclear());
        }
        if (rules.comparesWholeArrays()) {
            Sizes exact = size.and(new Sizes(example.size(), example.size(), List.of()));
            List<Later> equal =
                    example.stream().map(each -> new Later(() -> only(each))).toList();
            return new Elements(exact.min(), exact.max(), equal, Map.of(), Later.ANYTHING, List.of(), exact.unclear());
        }
        return example.isEmpty() ? elements(size, List.of()) : positions(example, size, place);
    }

    private static Elements elements(Sizes size, List<Later> contained) {
        return new Elements(size.min(), size.max(), List.of(), Map.of(), Later.ANYTHING, contained, size.unclear());
    }

    private Elements positions(JsonArray example, Sizes size, Place place) {
        if (example.isEmpty()) {
            return elements(size, List.of());
        }
        List<Later> first = new ArrayList<>();
        for (int i = 0; i < example.size(); i++) {
            first.add(later(example.get(i), place.index(i)));
        }
        Map<Integer, Later> named = new HashMap<>();
        for (int position : place.rules().positions()) {
            if (position >= first.size()) {
                named.put(position, later(example.get(0), place.index(position)));
            }
        }
        Later rest = later(example.get(0), place.otherIndex());
        return new Elements(size.min(), size.max(), first, named, rest, List.of(), size.unclear());
    }

    private List<Later> variants(JsonArray example, ArrayContainsRule rule, Keys keys) {
        List<Later> variants = new ArrayList<>();
        if (rule.variants().isEmpty()) {
            for (int i = 0; i < example.size(); i++) {
                JsonValue each = example.get(i);
                Keys ofEach = keys.index(i);
                variants.add(new Later(() -> compile(each, Map.of(), ofEach)));
            }
        }
        for (ArrayContainsRule.Variant variant : rule.variants()) {
            int index = variant.index();
            boolean exists = index >= 0 && index < example.size();
            variants.add(new Later(
                    () -> exists ? compile(example.get(index), variant.rules(), keys.index(index)) : Shape.NOTHING));
        }
        return variants;
    }

    /** Below rules for keys only: nothing is compared but what deeper rules are about. */
    private Shape accepting(JsonValue example, Place place) {
        if (!place.rules().hasDeeperRules()) {
            return Shape.ANYTHING;
        }
        if (example instanceof JsonObject object) {
            Map<String, Member> known = new LinkedHashMap<>();
            object.forEach((name, value) -> known.put(name, new Member(later(value, place.field(name)), false)));
            return Shape.ANYTHING.withObjects(List.of(new Members(known, Later.ANYTHING, Texts.ALL, false, List.of())));
        }
        return example instanceof JsonArray array
                ? Shape.ANYTHING.withArrays(List.of(positions(array, Sizes.ANY, place)))
                : Shape.ANYTHING;
    }
}
