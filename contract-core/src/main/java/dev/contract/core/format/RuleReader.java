package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one matching rule, in whatever spelling, into its standard one. */
final class RuleReader {
    /** What a rule without a name must be, by the first of these attributes that it has. */
    private static final Map<String, String> INFERRED = inferred();

    private static final Set<String> DATED = Set.of("date", "time", "datetime");

    private final Findings findings;

    RuleReader(Findings findings) {
        this.findings = findings;
    }

    private static Map<String, String> inferred() {
        Map<String, String> inferred = new LinkedHashMap<>();
        inferred.put("regex", "regex");
        inferred.put("min", "type");
        inferred.put("max", "type");
        inferred.put("timestamp", "datetime");
        inferred.put("datetime", "datetime");
        inferred.put("date", "date");
        inferred.put("time", "time");
        return inferred;
    }

    static boolean looksLikeRule(JsonObject object) {
        return object.has("match") || INFERRED.keySet().stream().anyMatch(object::has);
    }

    Optional<MatchingRule> read(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            findings.add(
                    value,
                    Problem.warning(Findings.RULE, "a matching rule must be an object, so it is ignored")
                            .found(Findings.found(value))
                            .mend("write it as {\"match\": \"type\"}"));
            return Optional.empty();
        }
        MatchingRule rule = named(object);
        check(rule, object);
        return Optional.of(rule);
    }

    private MatchingRule named(JsonObject object) {
        Optional<String> written = new Fields(object, findings).text("match");
        JsonObject attributes = object.without("match");
        String type = written.map(RuleNames::standard).orElseGet(() -> infer(attributes));
        return new MatchingRule(type, nested(type, withFormat(type, attributes)));
    }

    private static String infer(JsonObject attributes) {
        return INFERRED.entrySet().stream()
                .filter(entry -> attributes.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Dates once carried their format under their own name. */
    private static JsonObject withFormat(String type, JsonObject attributes) {
        if (!DATED.contains(type) || attributes.has("format")) {
            return attributes;
        }
        List<String> names = type.equals("datetime") ? List.of("datetime", "timestamp") : List.of(type);
        for (String name : names) {
            Optional<String> format = attributes.string(name);
            if (format.isPresent()) {
                return attributes.without(name).with("format", JsonString.of(format.get()));
            }
        }
        return attributes;
    }

    /** Rules inside rules take their standard names, too. */
    private JsonObject nested(String type, JsonObject attributes) {
        return switch (type) {
            case "eachKey", "eachValue" ->
                attributes
                        .array("rules")
                        .map(rules -> attributes.with("rules", list(rules)))
                        .orElse(attributes);
            case "arrayContains" ->
                attributes
                        .array("variants")
                        .map(variants -> attributes.with("variants", variants(variants)))
                        .orElse(attributes);
            default -> attributes;
        };
    }

    private JsonArray list(JsonArray rules) {
        List<JsonObject> read = new ArrayList<>();
        for (JsonValue each : rules) {
            read(each).map(RulesWriter::rule).ifPresent(read::add);
        }
        return JsonArray.of(read);
    }

    private JsonArray variants(JsonArray variants) {
        List<JsonValue> read = new ArrayList<>();
        for (JsonValue each : variants) {
            read.add(each.asObject()
                    .map(this::variant)
                    .<JsonValue>map(variant -> variant)
                    .orElse(each));
        }
        return JsonArray.of(read);
    }

    private JsonObject variant(JsonObject variant) {
        RulesReader reader = new RulesReader(findings);
        return variant.object("rules")
                .map(rules -> variant.with("rules", RulesWriter.groups(reader.groups(rules))))
                .orElse(variant);
    }

    private void check(MatchingRule rule, JsonObject place) {
        if (!RuleNames.isKnown(rule.type())) {
            findings.add(
                    place,
                    Problem.warning(Findings.RULE, "a matching rule is not known, so values are compared as equal")
                            .found(rule.type().isEmpty() ? place.toJson() : Quoted.text(rule.type()))
                            .mend(NearNames.didYouMean(
                                    rule.type(),
                                    RuleNames.known(),
                                    "use one of the matchers of the Pact specification, for example type or regex")));
        }
        if (rule.type().equals("regex")) {
            regex(place);
        }
        bound("min", place);
        bound("max", place);
    }

    private void regex(JsonObject rule) {
        Optional<String> regex = rule.string("regex");
        if (regex.isEmpty()) {
            findings.add(
                    rule,
                    Problem.error(Findings.RULE, "a regex rule has no regular expression")
                            .found(rule.toJson())
                            .mend("write it as {\"match\": \"regex\", \"regex\": \"\\\\d+\"}"));
            return;
        }
        try {
            BoundedRegex.parse(regex.get());
        } catch (RegexSyntaxException e) {
            findings.add(
                    rule.get("regex").orElse(rule),
                    Problem.error(Findings.RULE, "a regular expression cannot be used")
                            .found(Quoted.text(regex.get()) + ": " + e.reason())
                            .mend("correct the expression; the whole of a value must match it"));
        }
    }

    private void bound(String name, JsonObject rule) {
        JsonValue value = rule.find(name);
        if (value != null && value.count().isEmpty()) {
            findings.add(
                    value,
                    Problem.warning(
                                    Findings.RULE,
                                    "the bound " + Quoted.text(name)
                                            + " of a matching rule is not a whole number, so it does not count")
                            .found(Findings.found(value)));
        }
    }
}
