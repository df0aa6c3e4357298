package dev.contract.lint;

import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Quoted;
import dev.contract.lint.LintFinding.Place;
import java.util.Locale;
import java.util.Set;

/** Formats of dates and times with letters that mean something else than they look like: they accept what nobody meant. */
final class FormatCheck implements Check {
    private static final Set<String> KINDS = Set.of("date", "time", "datetime");

    @Override
    public void check(ContractFile file, Report report) {
        RuleUse.each(file, rule -> judge(rule.type(), rule.attributes(), rule.place(), report));
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                part.generators()
                        .byCategory()
                        .forEach((category, generators) -> generators.forEach((key, generator) -> judge(
                                generator.type().toLowerCase(Locale.ROOT),
                                generator.attributes(),
                                GeneratorCheck.place(exchange, part, category, key),
                                report)));
            }
        }
    }

    private static void judge(String kind, JsonObject attributes, Place place, Report report) {
        if (KINDS.contains(kind)) {
            attributes
                    .string("format")
                    .map(format -> FormatLetters.of(kind, format))
                    .filter(letters -> !letters.slips().isEmpty())
                    .ifPresent(letters -> tell(letters, place, report));
        }
    }

    private static void tell(FormatLetters letters, Place place, Report report) {
        report.warning(
                "LINT-FORMAT",
                "a format of dates means something else than it looks like",
                place,
                Quoted.text(letters.written()) + ": " + String.join(", ", letters.slips()),
                "write " + Quoted.text(letters.meant()) + (letters.isHalfDay() ? ", or add a for AM or PM" : ""));
    }
}
