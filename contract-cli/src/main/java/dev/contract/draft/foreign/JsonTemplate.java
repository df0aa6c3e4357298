package dev.contract.draft.foreign;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON in which some texts stand for any value of a kind: {@code "${json-unit.any-string}"}, as WireMock has them of JsonUnit. */
final class JsonTemplate {
    private static final String START = "${json-unit.";
    private static final String REGEX = START + "regex}";

    private final Ported ported;
    private final Map<String, RuleGroup> rules = new LinkedHashMap<>();

    private JsonTemplate(Ported ported) {
        this.ported = ported;
    }

    /** An example, and rules where it has such texts. */
    record Resolved(JsonValue example, Map<String, RuleGroup> rules) {}

    static Resolved resolve(JsonValue value, Ported ported) {
        JsonTemplate template = new JsonTemplate(ported);
        return new Resolved(template.resolve(value, RulePath.ROOT), template.rules);
    }

    private JsonValue resolve(JsonValue value, RulePath at) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder entries = JsonObject.builder();
            object.forEach((name, entry) -> entries.put(name, resolve(entry, at.then(new Field(name)))));
            return entries.build();
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(resolve(array.get(i), at.then(new Index(i))));
            }
            return JsonArray.of(elements);
        }
        return value instanceof JsonString text && text.text().startsWith(START) ? placeholder(text, at) : value;
    }

    private JsonValue placeholder(JsonString text, RulePath at) {
        if (text.text().startsWith(REGEX)) {
            Optional<Wanted> wanted = ported.matching(text, text.text().substring(REGEX.length()));
            wanted.flatMap(Wanted::rule).ifPresent(rule -> put(at, rule));
            return JsonString.of(wanted.map(Wanted::example).orElse(""));
        }
        return switch (text.text()) {
            case "${json-unit.any-string}" -> ruled(at, "type", JsonString.of("text"));
            case "${json-unit.any-number}" -> ruled(at, "number", JsonNumber.of(1));
            case "${json-unit.any-boolean}" -> ruled(at, "type", JsonBoolean.of(true));
            case "${json-unit.ignore}", "${json-unit.ignore-element}" -> anything(at);
            default -> {
                ported.cannot(text, "nobody here knows what " + text.toJson() + " stands for", "write a value");
                yield text;
            }
        };
    }

    private JsonValue ruled(RulePath at, String rule, JsonValue example) {
        put(at, MatchingRule.of(rule));
        return example;
    }

    /** Any value but an object or an array. */
    private JsonValue anything(RulePath at) {
        List<MatchingRule> any = List.of("type", "number", "boolean", "null").stream()
                .map(MatchingRule::of)
                .toList();
        rules.put(at.toString(), new RuleGroup(Combine.OR, any));
        return JsonString.of("anything");
    }

    private void put(RulePath at, MatchingRule rule) {
        rules.put(at.toString(), RuleGroup.of(rule));
    }
}
