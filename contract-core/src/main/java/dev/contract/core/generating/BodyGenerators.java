package dev.contract.core.generating;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the generators of a body: those that stand by themselves, and those that matchers carry for the elements of an array or the
 * keys and values of a map. One thread at a time.
 */
final class BodyGenerators {
    private final GenerationContext context;
    private final List<Problem> problems;
    private final List<BodyGenerator> found = new ArrayList<>();

    BodyGenerators(GenerationContext context, List<Problem> problems) {
        this.context = context;
        this.problems = problems;
    }

    List<BodyGenerator> of(Map<String, Generator> generators, Map<String, RuleGroup> rules) {
        generators.forEach((key, generator) -> add(RulePath.ROOT, key, generator));
        for (Map.Entry<String, RuleGroup> each : rules.entrySet()) {
            for (MatchingRule rule : each.getValue().rules()) {
                if (mayCarry(rule)) {
                    RulePath.parse(each.getKey()).ifPresent(path -> carried(path, rule));
                }
            }
        }
        return found;
    }

    /** Nearly all rules are of other kinds, and their paths need not be read for this. */
    private static boolean mayCarry(MatchingRule rule) {
        return switch (rule.type()) {
            case "arrayContains", "eachKey", "eachValue" -> true;
            default -> false;
        };
    }

    private void carried(RulePath path, MatchingRule rule) {
        JsonObject attributes = rule.attributes();
        switch (rule.type()) {
            case "arrayContains" -> attributes.array("variants").ifPresent(variants -> variants(path, variants));
            case "eachKey" -> generator(attributes).ifPresent(each -> add(path, each, true));
            case "eachValue" -> generator(attributes).ifPresent(each -> add(path.then(new AnyEntry()), each, false));
            default -> {
                // carries no generators
            }
        }
    }

    private void variants(RulePath array, JsonArray variants) {
        for (JsonValue variant : variants) {
            JsonObject object = variant.asObject().orElse(JsonObject.EMPTY);
            Optional<Integer> index =
                    object.get("index").flatMap(JsonValue::asNumber).flatMap(BodyGenerators::position);
            JsonObject generators = object.object("generators").orElse(JsonObject.EMPTY);
            index.ifPresent(position -> generators.forEach((key, value) ->
                    asGenerator(value).ifPresent(generator -> add(array.then(new Index(position)), key, generator))));
        }
    }

    private static Optional<Integer> position(JsonNumber number) {
        boolean small = number.isInteger() && number.text().length() < 10;
        return small ? Optional.of(Integer.parseInt(number.text())) : Optional.empty();
    }

    private static Optional<Generator> generator(JsonObject attributes) {
        return attributes.get("generator").flatMap(BodyGenerators::asGenerator);
    }

    private static Optional<Generator> asGenerator(JsonValue value) {
        return value.asObject()
                .flatMap(object -> object.string("type").map(type -> new Generator(type, object.without("type"))));
    }

    private void add(RulePath root, String key, Generator generator) {
        Optional<RulePath> path = RulePath.parse(expression(key));
        if (path.isEmpty()) {
            problems.add(Problem.warning("CONTRACT-GENERATOR", "a generator has a path that cannot be read")
                    .at("generator " + generator.type() + " of the body")
                    .found(Quoted.text(key))
                    .mend("write it like $.orders[*].id"));
            return;
        }
        RulePath whole = root;
        for (RulePath.Token token : path.get().tokens()) {
            whole = whole.then(token);
        }
        add(whole, generator, false);
    }

    private void add(RulePath path, Generator generator, boolean ofKeys) {
        String place = Category.BODY.text() + " " + path;
        UsableGenerator.of(place, generator, context, problems)
                .ifPresent(usable -> found.add(new BodyGenerator(path, ofKeys, usable)));
    }

    /** The specification's own example has keys without the root. */
    private static String expression(String key) {
        if (key.startsWith("$")) {
            return key;
        }
        return key.startsWith("[") ? "$" + key : "$." + key;
    }
}
