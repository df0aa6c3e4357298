package dev.contract.core.matching.form;

import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.http.Query;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form fields, compared like the parameters of a query: by name, values in order, rules at {@code $.name}. What was not expected is a
 * mismatch in requests only.
 */
public final class FormFormat implements BodyFormat {

    @Override
    public boolean handles(ContentType type) {
        return type.isForm();
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        Reading reading = Reading.of(expected.decoded());
        if (!reading.fault().isEmpty()) {
            expected.problems()
                    .accept(Problem.warning("CONTRACT-BODY", "the expected body is declared as a form and is not text")
                            .found(reading.fault()));
            return actual -> List.of(unreadable(actual, "expected", reading));
        }
        RuleState rules = PathSelection.compile(expected.rules(), expected.problems());
        return new FormMatcher(reading.fields(), rules, expected.isStrict());
    }

    /** A body read as a form, or why that is impossible. */
    private record Reading(Query fields, String fault) {
        static Reading of(DecodedText decoded) {
            return new Reading(Query.parse(decoded.text()), decoded.fault());
        }
    }

    private static Mismatch unreadable(ActualBody actual, String side, Reading reading) {
        String sentence = "The " + side + " body is not a form: " + reading.fault();
        return new Mismatch(Kind.BODY, "$", null, Shown.cut(actual.text()), sentence);
    }

    private record FormMatcher(Query expected, RuleState rules, boolean strict) implements BodyMatcher {

        @Override
        public List<Mismatch> match(ActualBody body) {
            Reading reading = body.read(Reading.class, form -> Reading.of(form.decoded(ContentType.FORM)));
            return reading.fault().isEmpty() ? match(reading.fields()) : List.of(unreadable(body, "actual", reading));
        }

        private List<Mismatch> match(Query actual) {
            FoundMismatches found = new FoundMismatches();
            for (String name : expected.names()) {
                match(name, actual, found);
            }
            for (String name : actual.names()) {
                if (strict && !expected.has(name)) {
                    String sentence = "Unexpected form post parameter '" + name + "' received";
                    found.add(mismatch(name, null, Shown.list(actual.values(name)), sentence));
                }
            }
            return found.list();
        }

        private void match(String name, Query actual, FoundMismatches found) {
            List<@Nullable String> wanted = expected.values(name);
            List<@Nullable String> came = actual.values(name);
            RuleState field = rules.field(name);
            if (!actual.has(name)) {
                String sentence = "Expected form post parameter '" + name + "' but was missing";
                found.add(mismatch(name, Shown.list(wanted), null, sentence));
                return;
            }
            List<String> refusals = countRefusals(name, field.selected(), wanted, came);
            for (String sentence : refusals) {
                found.add(mismatch(name, Shown.list(wanted), Shown.list(came), sentence));
            }
            if (refusals.isEmpty() || field.selected() != null) {
                matchValues(name, field, came, found);
            }
        }

        private static List<String> countRefusals(
                String name, @Nullable Rules rules, List<@Nullable String> wanted, List<@Nullable String> came) {
            if (rules != null) {
                return rules.refusalsOfCount(came, came.size());
            }
            return wanted.size() == came.size()
                    ? List.of()
                    : List.of("Expected form post parameter '" + name + "' with values " + Shown.list(wanted)
                            + " but was " + Shown.list(came));
        }

        private void matchValues(String name, RuleState field, List<@Nullable String> came, FoundMismatches found) {
            List<@Nullable String> wanted = expected.values(name);
            for (int i = 0; i < came.size(); i++) {
                String example = text(wanted.get(Math.min(i, wanted.size() - 1)));
                String value = text(came.get(i));
                for (String sentence : refusals(name, field.index(i).selected(), example, value)) {
                    found.add(mismatch(name, example, value, sentence));
                }
            }
        }

        private static List<String> refusals(String name, @Nullable Rules rules, String example, String value) {
            if (rules != null) {
                return rules.refusalsOfText(example, value);
            }
            return example.equals(value)
                    ? List.of()
                    : List.of("Expected form post parameter '" + name + "' with value " + Shown.quoted(example)
                            + " but was " + Shown.quoted(value));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        private static Mismatch mismatch(String name, @Nullable String wanted, @Nullable String came, String sentence) {
            return new Mismatch(Kind.BODY, "$" + RulePath.step(name), wanted, came, sentence);
        }
    }
}
