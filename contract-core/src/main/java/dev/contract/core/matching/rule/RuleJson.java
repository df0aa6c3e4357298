package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nested rules: they are kept as JSON among the attributes of the rule that holds them. Who read them from a file has given them their
 * standard names.
 */
final class RuleJson {
    private RuleJson() {}

    static RuleGroup list(JsonObject attributes) {
        return new RuleGroup(
                RuleGroup.Combine.AND, rules(attributes.array("rules").orElse(JsonArray.EMPTY)));
    }

    private static List<MatchingRule> rules(JsonArray rules) {
        return rules.stream()
                .flatMap(rule -> rule.asObject().stream())
                .map(RuleJson::rule)
                .toList();
    }

    private static MatchingRule rule(JsonObject rule) {
        return new MatchingRule(rule.string("match").orElse(""), rule.without("match"));
    }

    static List<ArrayContainsRule.Variant> variants(JsonObject attributes) {
        return attributes.array("variants").orElse(JsonArray.EMPTY).stream()
                .flatMap(variant -> variant.asObject().stream())
                .map(RuleJson::variant)
                .toList();
    }

    private static ArrayContainsRule.Variant variant(JsonObject variant) {
        Map<String, RuleGroup> groups = new LinkedHashMap<>();
        variant.object("rules").orElse(JsonObject.EMPTY).forEach((path, group) -> {
            if (group instanceof JsonObject object) {
                groups.put(path, group(object));
            }
        });
        return new ArrayContainsRule.Variant(index(variant), groups);
    }

    private static RuleGroup group(JsonObject group) {
        boolean or = group.string("combine").filter("OR"::equalsIgnoreCase).isPresent();
        return new RuleGroup(
                or ? RuleGroup.Combine.OR : RuleGroup.Combine.AND,
                group.array("matchers").map(RuleJson::rules).orElseGet(() -> List.of(rule(group))));
    }

    private static int index(JsonObject variant) {
        JsonValue index = variant.find("index");
        return index == null ? -1 : index.count().orElse(-1);
    }
}
