package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.regex.RegexSyntaxException;
import dev.contract.core.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes rules that judge of rules that are data. What cannot be used is reported as a problem. One thread at a time. */
public final class RuleCompiler {
    private static final String UNKNOWN_LETTER = "Unknown pattern letter: ";

    private final Supplier<String> place;
    private final Consumer<Problem> problems;

    /**
     * @param place of the rules, in words: {@code rule "$.id" of the body}
     * @param problems takes what cannot be used
     */
    public RuleCompiler(Supplier<String> place, Consumer<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    /** The rules of a group; equality when it has none. */
    public Rules compile(RuleGroup group) {
        List<Rule> rules = new ArrayList<>(group.rules().size());
        for (MatchingRule rule : group.rules()) {
            rules.add(compile(rule));
        }
        return rules.isEmpty() ? Rules.EQUALITY : new Rules(group, rules);
    }

    private Rule compile(MatchingRule rule) {
        JsonObject attributes = rule.attributes();
        return switch (rule.type()) {
            case "equality" -> EqualityRule.EQUALITY;
            case "regex" -> regex(attributes);
            case "type" -> type(attributes);
            case "include" -> new IncludeRule(text(attributes, "value"));
            case "integer" -> NumberRule.INTEGER;
            case "decimal" -> NumberRule.DECIMAL;
            case "number" -> NumberRule.NUMBER;
            case "date" -> formatted(attributes, DateTimeRule::date);
            case "time" -> formatted(attributes, DateTimeRule::time);
            case "datetime" -> formatted(attributes, DateTimeRule::datetime);
            case "null" -> new NullRule();
            case "boolean" -> new BooleanRule();
            case "contentType" -> new ContentTypeRule(text(attributes, "value"));
            case "notEmpty" -> new NotEmptyRule();
            case "semver" -> new SemverRule();
            case "statusCode" -> statusCode(attributes);
            case "values" -> new ValuesRule();
            case "ignore-order" -> ignoreOrder(attributes);
            case "eachKey" -> new EachKeyRule(compile(RuleJson.list(attributes)));
            case "eachValue" -> new EachValueRule();
            case "arrayContains" -> new ArrayContainsRule(RuleJson.variants(attributes));
            default -> unknown(rule.type());
        };
    }

    private Rule unknown(String type) {
        problems.accept(problem("the matcher " + Quoted.text(type) + " is unknown here")
                .mend("values must be equal to their example there; correct the matcher, or use a newer version"));
        return EqualityRule.EQUALITY;
    }

    private Rule regex(JsonObject attributes) {
        String regex = text(attributes, "regex");
        try {
            RegexRule plain = new RegexRule(regex);
            return Bounds.of(attributes, regex).orElse(plain);
        } catch (RegexSyntaxException e) {
            return broken("the regular expression " + Quoted.text(regex) + " is broken", e.reason());
        }
    }

    private Rule formatted(JsonObject attributes, Function<@Nullable String, Rule> rule) {
        String format = attributes.string("format").orElse(null);
        try {
            return rule.apply(format);
        } catch (IllegalArgumentException e) {
            return broken("the date format " + Quoted.text(format) + " is broken", reason(e));
        }
    }

    /** Java's own words, and what they do not say: a letter that stands for itself goes into quotes. */
    private static String reason(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(UNKNOWN_LETTER)
                ? message + "; quote letters that stand for themselves: '" + message.substring(UNKNOWN_LETTER.length())
                        + "'"
                : message;
    }

    private Rule type(JsonObject attributes) {
        OptionalInt min = bound(attributes, "min");
        OptionalInt max = bound(attributes, "max");
        TypeRule type = min.isEmpty() && max.isEmpty()
                ? TypeRule.ANY_SIZE
                : new TypeRule(min.orElse(0), max.orElse(Integer.MAX_VALUE));
        JsonValue schema = attributes.find("schema");
        return schema == null ? type : schema(type, schema);
    }

    private Rule schema(TypeRule type, JsonValue schema) {
        try {
            return new SchemaRule(type, JsonSchema.parse(schema));
        } catch (ContractException e) {
            Problem reason = e.problems().get(0);
            String found = String.valueOf(reason.found());
            problems.accept(problem(reason.what()).found(found).mend(String.valueOf(reason.mend())));
            return new BrokenRule(reason.what() + " (" + found + ")");
        }
    }

    private Rule ignoreOrder(JsonObject attributes) {
        OptionalInt min = bound(attributes, "min");
        OptionalInt max = bound(attributes, "max");
        return min.isEmpty() && max.isEmpty()
                ? IgnoreOrderRule.SAME_SIZE
                : new IgnoreOrderRule(new TypeRule(min.orElse(0), max.orElse(Integer.MAX_VALUE)));
    }

    private OptionalInt bound(JsonObject attributes, String name) {
        JsonValue value = attributes.find(name);
        OptionalInt count = value == null ? OptionalInt.empty() : value.count();
        if (value != null && count.isEmpty()) {
            problems.accept(problem("the bound " + Quoted.text(name) + " of a matcher is no count")
                    .found(Quoted.text(value.text()))
                    .mend("write a whole number from 0 on"));
        }
        return count;
    }

    private Rule statusCode(JsonObject attributes) {
        Rule rule = StatusCodeRule.of(attributes.find("status"));
        return rule != null
                ? rule
                : broken("the class of status codes is unknown here", String.valueOf(attributes.find("status")));
    }

    private Rule broken(String what, String found) {
        problems.accept(problem(what).found(found).mend("correct the rule: until then it refuses every value"));
        return new BrokenRule(what + " (" + found + ")");
    }

    private Problem problem(String what) {
        return Problem.warning("CONTRACT-RULE", what).at(place.get());
    }

    private static String text(JsonObject attributes, String name) {
        JsonValue value = attributes.find(name);
        return value == null ? "" : value.text();
    }
}
