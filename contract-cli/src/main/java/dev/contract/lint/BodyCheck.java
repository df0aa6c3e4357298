package dev.contract.lint;

import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;

/** Bodies whose type has to be guessed, and those that ask for less than they seem to. */
final class BodyCheck implements Check {

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                type(exchange, part, report);
                part.json().ifPresent(json -> part.rules().of(Category.BODY).forEach((path, group) -> {
                    if (isLoose(group) && isEmpty(json, path)) {
                        emptyExample(exchange, part, path, report);
                    }
                }));
            }
        }
    }

    private static void type(Exchange exchange, Expected part, Report report) {
        if (part.body().isPresent()
                && part.outer() == null
                && part.body().contentType().isEmpty()) {
            report.warning(
                    "LINT-TYPE",
                    "a body has no content type, so each tool guesses one",
                    exchange.place(part.name() + part.bodyName(), part.bodyPlace()),
                    "it looks like "
                            + ContentTypeDetection.detect(part.body().bytes()).base(),
                    part.kind().has(Category.HEADER)
                            ? "add the header Content-Type"
                            : "add contentType to the contents or to the metadata");
        }
    }

    private static boolean isLoose(RuleGroup group) {
        return group.rules().stream().anyMatch(rule -> rule.type().equals("type"));
    }

    private static boolean isEmpty(JsonValue body, String path) {
        JsonValue value =
                RulePath.parse(path).flatMap(parsed -> Steps.walk(body, parsed)).orElse(JsonNull.NULL);
        return value instanceof JsonArray array
                ? array.isEmpty()
                : value instanceof JsonObject object && object.isEmpty();
    }

    /** A rule on a list or map says nothing of entries when the example has none. */
    private static void emptyExample(Exchange exchange, Expected part, String path, Report report) {
        report.advice(
                "LINT-WEAK",
                "a rule is for entries of which the example has none, so any will do",
                exchange.place(
                        part.name() + part.bodyName() + " " + path,
                        part.findRule("matchingRules", Category.BODY, path)),
                null,
                "give the example an entry that shows what they look like");
    }
}
