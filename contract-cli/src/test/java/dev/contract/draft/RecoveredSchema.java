package dev.contract.draft;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.presence.WholeExample;
import dev.contract.draft.infer.TextForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a contract says of the body of a response, in the words of {@link RandomSchema}. */
final class RecoveredSchema {
    final Map<String, String> kinds = new HashMap<>();
    final Set<String> optional = new HashSet<>();
    final Set<String> nullable = new HashSet<>();

    private final Map<String, RuleGroup> rules;

    RecoveredSchema(ResponsePart response) {
        this.rules = response.rules().of(Category.BODY);
        response.presence().optional().keySet().forEach(path -> optional.add(path.toString()));
        response.presence().nullable().keySet().forEach(path -> nullable.add(path.toString()));
        walk("$", JsonReader.read(WholeExample.of(response).example().body().bytes()));
    }

    private void walk(String path, JsonValue example) {
        List<MatchingRule> here = rules.containsKey(path) ? rules.get(path).rules() : List.of();
        if (here.stream().anyMatch(rule -> rule.type().equals("null"))) {
            nullable.add(path);
        }
        kinds.put(path, kind(here, example));
        if (example instanceof JsonObject object) {
            object.forEach((name, value) -> walk(path + RulePath.step(name), value));
        }
        if (example instanceof JsonArray array && !array.isEmpty()) {
            walk(path + "[*]", array.get(0));
        }
    }

    private static String kind(List<MatchingRule> rules, JsonValue example) {
        String rule = rules.isEmpty() ? "" : rules.get(0).type();
        return switch (example.kind()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> rule;
            case STRING -> rule.equals("type") ? "text" : rule.equals("regex") ? form(rules.get(0)) : rule;
        };
    }

    private static String form(MatchingRule rule) {
        return Arrays.stream(TextForm.values())
                .filter(form -> form.rule().equals(rule))
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("enum");
    }
}
