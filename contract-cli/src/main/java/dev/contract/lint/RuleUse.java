package dev.contract.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.Quoted;
import dev.contract.lint.LintFinding.Place;
import java.util.function.Consumer;

/**
 * A matching rule and where it stands.
 *
 * @param type its matcher
 */
record RuleUse(String type, JsonObject attributes, Place place) {

    /** All rules of a file, and the rules inside rules: of keys, values and variants. */
    static void each(ContractFile file, Consumer<RuleUse> consumer) {
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                part.rules()
                        .groups()
                        .forEach((category, groups) -> groups.forEach((key, group) -> group.rules()
                                .forEach(rule -> each(rule, place(exchange, part, category, key), consumer))));
            }
        }
    }

    private static Place place(Exchange exchange, Expected part, Category category, String key) {
        return exchange.place(
                part.name() + "." + category.text() + (key.isEmpty() ? "" : " " + Quoted.text(key)),
                part.findRule("matchingRules", category, key));
    }

    private static void each(MatchingRule rule, Place place, Consumer<RuleUse> consumer) {
        consumer.accept(new RuleUse(rule.type(), rule.attributes(), place));
        rule.attributes().forEach((name, nested) -> nested(nested, place, consumer));
    }

    private static void nested(JsonValue value, Place place, Consumer<RuleUse> consumer) {
        if (value instanceof JsonObject object) {
            object.string("match").ifPresent(type -> consumer.accept(new RuleUse(type, object, place)));
            object.forEach((name, each) -> nested(each, place, consumer));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> nested(each, place, consumer));
        }
    }
}
