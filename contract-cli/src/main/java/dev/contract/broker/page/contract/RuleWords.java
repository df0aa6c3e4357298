package dev.contract.broker.page.contract;

import static java.util.Map.entry;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules and generators in words, a few for each: {@code type, at least 1}, {@code matches o-\d+}. */
final class RuleWords {
    /** What a group without rules says. */
    static final String NO_RULE = "exactly this";

    private static final int LONGEST = 200;

    private static final Map<String, Function<JsonObject, String>> WORDS = Map.ofEntries(
            entry("type", attributes -> "same type"),
            entry("regex", attributes -> "matches " + text(attributes, "regex")),
            entry("integer", attributes -> "whole number"),
            entry("decimal", attributes -> "decimal number"),
            entry("number", attributes -> "number"),
            entry("boolean", attributes -> "true or false"),
            entry("equality", attributes -> "exactly this"),
            entry("include", attributes -> "contains " + text(attributes, "value")),
            entry("date", attributes -> format("date", attributes)),
            entry("time", attributes -> format("time", attributes)),
            entry("datetime", attributes -> format("date and time", attributes)),
            entry("null", attributes -> "null"),
            entry("contentType", attributes -> "content of type " + text(attributes, "value")),
            entry("values", attributes -> "any keys, values like these"),
            entry("ignore-order", attributes -> "in any order"),
            entry("notEmpty", attributes -> "not empty"),
            entry("semver", attributes -> "semantic version"),
            entry("statusCode", RuleWords::status),
            entry("arrayContains", RuleWords::variants),
            entry("eachKey", attributes -> "each key: " + nested(attributes)),
            entry("eachValue", attributes -> "each value: " + nested(attributes)));

    private RuleWords() {}

    /** Whether one of its rules is enough. */
    static boolean isChoice(RuleGroup group) {
        return group.combine() == RuleGroup.Combine.OR && group.rules().size() > 1;
    }

    /** The first of its rules with alternatives between them. */
    static String choice(RuleGroup group, int most) {
        List<MatchingRule> rules = group.rules();
        String first = rules.stream().limit(most).map(RuleWords::of).collect(Collectors.joining(" or "));
        return rules.size() > most ? first + " or one of " + (rules.size() - most) + " more" : first;
    }

    static String of(MatchingRule rule) {
        Function<JsonObject, String> known = WORDS.get(rule.type());
        if (known == null) {
            String attributes =
                    rule.attributes().isEmpty() ? "" : " " + rule.attributes().toJson();
            return Shortened.to(LONGEST, rule.type() + attributes);
        }
        return Shortened.to(LONGEST, known.apply(rule.attributes()) + bounds(rule.attributes()));
    }

    static String of(Generator generator) {
        String attributes = generator.attributes().isEmpty()
                ? ""
                : " "
                        + generator.attributes().names().stream()
                                .map(name -> name + " " + text(generator.attributes(), name))
                                .collect(Collectors.joining(", "));
        return Shortened.to(LONGEST, "fresh: " + generator.type() + attributes);
    }

    private static String bounds(JsonObject attributes) {
        List<String> bounds = new ArrayList<>();
        attributes.get("min").ifPresent(min -> bounds.add("at least " + min.text()));
        attributes.get("max").ifPresent(max -> bounds.add("at most " + max.text()));
        return bounds.isEmpty() ? "" : ", " + String.join(", ", bounds);
    }

    private static String text(JsonObject attributes, String name) {
        return attributes.get(name).map(JsonValue::text).orElse("?");
    }

    private static String format(String what, JsonObject attributes) {
        return attributes.has("format") ? what + " " + text(attributes, "format") : what;
    }

    private static String status(JsonObject attributes) {
        JsonValue status = attributes.get("status").orElse(JsonArray.EMPTY);
        return status.asArray()
                .map(codes -> codes.stream().map(JsonValue::text).collect(Collectors.joining(", ", "one of ", "")))
                .orElseGet(() -> "any status of kind " + status.text());
    }

    private static String variants(JsonObject attributes) {
        int count = attributes.array("variants").map(JsonArray::size).orElse(0);
        return "contains " + (count == 1 ? "an element like this" : "elements like these " + count);
    }

    private static String nested(JsonObject attributes) {
        return attributes.array("rules").orElse(JsonArray.EMPTY).stream()
                .flatMap(each -> each.asObject().stream())
                .map(each -> of(new MatchingRule(each.string("match").orElse("type"), each.without("match"))))
                .collect(Collectors.joining(", "));
    }
}
