package dev.contract.lint;

import dev.contract.core.problem.Quoted;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import dev.contract.lint.LintFinding.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions that can run for years on a short text, and those that only some engines can run at all. */
final class RegexCheck implements Check {

    /** An attack takes up to a quarter of a second. */
    private static final int MOST_ATTACKS = 100;

    @Override
    public void check(ContractFile file, Report report) {
        Run run = new Run(report);
        RuleUse.each(file, run::rule);
    }

    /** What is known of an expression. */
    private record Facts(Optional<String> attack, Optional<String> special, boolean translated) {
        static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), false);
    }

    /** One file: each of its expressions is looked at once, however often it stands there. */
    private static final class Run {
        private final Report report;
        private final Map<String, Facts> known = new HashMap<>();
        private int attacks;

        Run(Report report) {
            this.report = report;
        }

        void rule(RuleUse rule) {
            if (rule.type().equals("regex")) {
                rule.attributes().string("regex").ifPresent(source -> tell(source, rule.place()));
            }
        }

        private Facts facts(String source) {
            try {
                BoundedRegex regex = BoundedRegex.parse(source);
                boolean attacked = RegexAttack.isPossible(source) && attacks++ < MOST_ATTACKS;
                return new Facts(
                        attacked ? RegexAttack.on(source) : Optional.empty(),
                        RegexDialect.special(source),
                        !regex.toString().equals(source));
            } catch (RegexSyntaxException e) {
                return Facts.NONE; // the reader has said so
            }
        }

        private void tell(String source, Place place) {
            Facts facts = known.computeIfAbsent(source, this::facts);
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
}
