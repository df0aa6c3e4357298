package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.util.Map;
import java.util.Set;

/** Writes rules and generators. A group that combines by AND, which is the default, does not say so. */
final class RulesWriter {
    /** What version 2 can say of kinds of values: nothing finer than type. */
    private static final Set<String> TYPE_IN_VERSION_2 = Set.of("integer", "decimal", "number", "boolean");

    private RulesWriter() {}

    static JsonObject rules(MatchingRules rules, SpecVersion version) {
        return version.atLeast(SpecVersion.V3) ? byCategory(rules) : flat(rules);
    }

    private static JsonObject byCategory(MatchingRules rules) {
        JsonObject.Builder written = JsonObject.builder();
        rules.groups().forEach((category, groups) -> {
            RuleGroup single = category.isSingle() ? groups.get("") : null;
            written.put(category.text(), single == null ? groups(groups) : group(single));
        });
        return written.putAll(rules.unknown()).build();
    }

    private static JsonObject flat(MatchingRules rules) {
        JsonObject.Builder written = JsonObject.builder();
        rules.groups()
                .forEach((category, groups) -> groups.forEach((key, group) -> FlatRules.path(category, key)
                        .ifPresent(path -> group.rules().forEach(rule -> written.put(path, rule(inVersion2(rule)))))));
        return written.putAll(rules.unknown()).build();
    }

    static MatchingRule inVersion2(MatchingRule rule) {
        return TYPE_IN_VERSION_2.contains(rule.type()) ? new MatchingRule("type", rule.attributes()) : rule;
    }

    static JsonObject groups(Map<String, RuleGroup> groups) {
        JsonObject.Builder written = JsonObject.builder();
        groups.forEach((key, group) -> written.put(key, group(group)));
        return written.build();
    }

    private static JsonObject group(RuleGroup group) {
        JsonObject.Builder written = JsonObject.builder();
        if (group.combine() == RuleGroup.Combine.OR) {
            written.put("combine", "OR");
        }
        written.put(
                "matchers",
                JsonArray.of(group.rules().stream().map(RulesWriter::rule).toList()));
        return Extra.add(written.build(), group.extra());
    }

    /** The empty name is that of a rule that was read without one. */
    static JsonObject rule(MatchingRule rule) {
        JsonObject.Builder written = JsonObject.builder();
        if (!rule.type().isEmpty()) {
            written.put("match", rule.type());
        }
        return written.putAll(rule.attributes()).build();
    }

    static JsonObject generators(Generators generators) {
        JsonObject.Builder written = JsonObject.builder();
        generators.byCategory().forEach((category, keys) -> written.put(category.text(), generators(category, keys)));
        return written.putAll(generators.unknown()).build();
    }

    private static JsonObject generators(Category category, Map<String, Generator> keys) {
        Generator single = category.isSingle() ? keys.get("") : null;
        if (single != null) {
            return generator(single);
        }
        JsonObject.Builder written = JsonObject.builder();
        keys.forEach((key, generator) -> written.put(key, generator(generator)));
        return written.build();
    }

    private static JsonObject generator(Generator generator) {
        return JsonObject.builder()
                .put("type", generator.type())
                .putAll(generator.attributes())
                .build();
    }
}
