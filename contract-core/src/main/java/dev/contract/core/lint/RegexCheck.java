package dev.contract.core.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.lint.LintFinding.Place;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.Quoted;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions that can run for years on a short text, and those that only some engines can run at all. */
final class RegexCheck implements Check {

    /** An attack takes up to a quarter of a second. */
    private static final int MOST_ATTACKS = 100;

    /** What is known of an expression, found out once however often it stands in a file. */
    private record Facts(Optional<String> attack, Optional<String> special, boolean translated) {
        static Facts of(String source, boolean attacked) {
            try {
                BoundedRegex regex = BoundedRegex.parse(source);
                return new Facts(
                        attacked ? RegexAttack.on(source) : Optional.empty(),
                        RegexDialect.special(source),
                        !regex.toString().equals(source));
            } catch (RegexSyntaxException e) {
                return new Facts(Optional.empty(), Optional.empty(), false); // the reader has said so
            }
        }
    }

    @Override
    public void check(ContractFile file, Report report) {
        Map<String, Facts> known = new HashMap<>();
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                part.rules()
                        .groups()
                        .forEach((category, groups) -> groups.forEach((key, group) -> group.rules()
                                .forEach(rule -> check(exchange, part, category, key, rule, known, report))));
            }
        }
    }

    private static void check(
            Exchange exchange,
            Expected part,
            Category category,
            String key,
            MatchingRule rule,
            Map<String, Facts> known,
            Report report) {
        Place place = exchange.place(
                part.name() + "." + category.text() + (key.isEmpty() ? "" : " " + Quoted.text(key)),
                part.findRule("matchingRules", category, key));
        if (rule.type().equals("regex")) {
            rule.attributes().string("regex").ifPresent(source -> tell(source, place, known, report));
        }
        rule.attributes().forEach((name, nested) -> nested(nested, place, known, report));
    }

    /** Rules inside rules: of keys, values and variants. */
    private static void nested(JsonValue value, Place place, Map<String, Facts> known, Report report) {
        if (value instanceof JsonObject object) {
            if (object.string("match").filter("regex"::equals).isPresent()) {
                object.string("regex").ifPresent(source -> tell(source, place, known, report));
            }
            object.forEach((name, each) -> nested(each, place, known, report));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> nested(each, place, known, report));
        }
    }

    private static void tell(String source, Place place, Map<String, Facts> known, Report report) {
        Facts facts = known.computeIfAbsent(source, it -> Facts.of(it, known.size() < MOST_ATTACKS));
        facts.attack()
                .ifPresent(text -> report.warning(
                        "LINT-REGEX",
                        "a regular expression can run away: engines that backtrack try almost without end on a short text",
                        place,
                        Quoted.text(source) + " on " + Quoted.text(text),
                        "repeat nothing that repeats itself: (a+)+ is a+, and (\\w+,?)* is \\w+(,\\w+)*"));
        if (facts.translated()) {
            report.warning(
                    "LINT-REGEX",
                    "a regular expression is read by some engines and refused by others, Java's among them",
                    place,
                    Quoted.text(source),
                    "write braces that are text as \\{ and \\}, and groups without names");
        }
        facts.special()
                .ifPresent(special -> report.advice(
                        "LINT-REGEX",
                        "a regular expression uses what not every engine has: " + special,
                        place,
                        Quoted.text(source),
                        "write it without, if tools of other languages are to read the contract"));
    }
}
