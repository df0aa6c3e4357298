package dev.contract.consumer;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rules and generators of one example while it is being written, by path. One thread at a time. */
final class Draft {
    private final Map<RulePath, RuleGroup> rules = new LinkedHashMap<>();
    private final Map<RulePath, Generator> generators = new LinkedHashMap<>();
    private final Map<RulePath, JsonValue> optional = new LinkedHashMap<>();
    private final Map<RulePath, JsonValue> nullable = new LinkedHashMap<>();
    private final Set<RulePath> strict = new LinkedHashSet<>();

    /** Adds rules at a path; matchers around each other at one place must all accept. */
    void rules(RulePath at, RuleGroup group) {
        rules.merge(checked(at), group, Draft::both);
    }

    void generator(RulePath at, Generator generator) {
        generators.putIfAbsent(checked(at), generator);
    }

    /** The same with each generator changed. */
    Draft withGenerators(UnaryOperator<Generator> change) {
        Draft changed = new Draft();
        changed.rules.putAll(rules);
        generators.forEach((path, generator) -> changed.generators.put(path, change.apply(generator)));
        return changed;
    }

    void optional(RulePath at, JsonValue example) {
        optional.put(checked(at), example);
    }

    void nullable(RulePath at, JsonValue example) {
        nullable.put(checked(at), example);
    }

    void strict(RulePath at) {
        strict.add(checked(at));
    }

    /** What is agreed on keys beyond the example. */
    Presence presence() {
        return new Presence(optional, nullable, strict);
    }

    /** For places where a file has no room for what is agreed on keys. */
    Draft withoutPresence(String place) {
        refuse(presence(), place);
        return this;
    }

    static void refuse(Presence presence, String place) {
        if (!presence.isEmpty()) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-MATCHER",
                            "optional(…), strict(…) and nullable(…) of objects cannot stand in " + place)
                    .mend("use them in the JSON body of a response or in the contents of a message; declare an"
                            + " interaction for each case otherwise"));
        }
    }

    /** Adds what another draft has, at the same paths. */
    void add(Draft other) {
        add(other, RulePath.ROOT);
    }

    /** Adds what another draft has, its paths below one of this draft. */
    void add(Draft other, RulePath below) {
        Draft unused = other.withoutPresence("a part of a multipart body");
        other.rules.forEach((path, group) -> rules(below(below, path), group));
        other.generators.forEach((path, generator) -> generator(below(below, path), generator));
    }

    private static RulePath below(RulePath root, RulePath path) {
        RulePath whole = root;
        for (RulePath.Token token : path.tokens()) {
            whole = whole.then(token);
        }
        return whole;
    }

    Map<RulePath, RuleGroup> rules() {
        return rules;
    }

    Map<RulePath, Generator> generators() {
        return generators;
    }

    /** The groups as one: all must accept. */
    static RuleGroup both(RuleGroup one, RuleGroup other) {
        if (one.equals(other)) {
            return one;
        }
        if (!isSimple(one) || !isSimple(other)) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-MATCHER", "alternatives cannot stand together with another matcher at one place")
                    .mend("put the other matcher inside anyOf(…) or nullable(…), or leave it out"));
        }
        List<MatchingRule> all = Stream.concat(one.rules().stream(), other.rules().stream())
                .distinct()
                .toList();
        return new RuleGroup(Combine.AND, all);
    }

    private static boolean isSimple(RuleGroup group) {
        return group.combine() == Combine.AND || group.rules().size() == 1;
    }

    /** A path that other readers of the file will understand as it was meant. */
    private static RulePath checked(RulePath path) {
        if (!RulePath.parse(path.toString()).equals(Optional.of(path))) {
            throw Mistake.of(
                    Problem.error("CONTRACT-MATCHER", "a key stands in the way of a matcher")
                            .found(Quoted.text(path.toString()) + ", which is no path that a contract file can hold")
                            .mend(
                                    "leave the values below this key without matchers, or put a matcher around the whole object"));
        }
        return path;
    }

    MatchingRules addTo(MatchingRules known) {
        MatchingRules all = known;
        for (Map.Entry<RulePath, RuleGroup> entry : rules.entrySet()) {
            all = all.with(Category.BODY, entry.getKey().toString(), entry.getValue());
        }
        return all;
    }

    Generators addTo(Generators known) {
        Generators all = known;
        for (Map.Entry<RulePath, Generator> entry : generators.entrySet()) {
            all = all.with(Category.BODY, entry.getKey().toString(), entry.getValue());
        }
        return all;
    }

    /** As a category stands in a file, for matchers that carry rules of their own. */
    JsonObject rulesAsJson() {
        JsonObject.Builder category = JsonObject.builder();
        rules.forEach((path, group) -> {
            JsonObject.Builder written = JsonObject.builder();
            if (group.combine() == Combine.OR) {
                written.put("combine", Combine.OR.name());
            }
            category.put(
                    path.toString(),
                    written.put("matchers", asJson(group.rules())).build());
        });
        return category.build();
    }

    static JsonArray asJson(List<MatchingRule> rules) {
        return JsonArray.of(rules.stream()
                .map(rule -> JsonObject.builder()
                        .put("match", rule.type())
                        .putAll(rule.attributes())
                        .build())
                .toList());
    }

    JsonObject generatorsAsJson() {
        JsonObject.Builder category = JsonObject.builder();
        generators.forEach((path, generator) -> category.put(path.toString(), asJson(generator)));
        return category.build();
    }

    static JsonObject asJson(Generator generator) {
        return JsonObject.builder()
                .put("type", generator.type())
                .putAll(generator.attributes())
                .build();
    }
}
