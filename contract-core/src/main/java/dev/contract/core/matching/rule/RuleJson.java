package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nested rules, as the file has them: they are kept as JSON among the attributes of the rule that holds them. */
final class RuleJson {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("timestamp", "datetime"),
            Map.entry("real", "decimal"),
            Map.entry("min", "type"),
            Map.entry("max", "type"),
            Map.entry("min-type", "type"),
            Map.entry("max-type", "type"),
            Map.entry("content-type", "contentType"),
            Map.entry("array-contains", "arrayContains"),
            Map.entry("status-code", "statusCode"),
            Map.entry("not-empty", "notEmpty"),
            Map.entry("each-key", "eachKey"),
            Map.entry("each-value", "eachValue"));

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
        String name = rule.string("match").orElseGet(() -> inferred(rule));
        return new MatchingRule(ALIASES.getOrDefault(name, name), rule.without("match"));
    }

    private static String inferred(JsonObject rule) {
        if (rule.has("regex")) {
            return "regex";
        }
        return rule.has("min") || rule.has("max") ? "type" : "equality";
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
        String text = index == null ? "" : Text.of(index);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
