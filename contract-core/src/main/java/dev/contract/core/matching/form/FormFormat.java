package dev.contract.core.matching.form;

import dev.contract.core.body.ContentType;
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
        RuleState rules = PathSelection.compile(expected.rules(), expected.problems());
        return new FormMatcher(Query.parse(expected.text()), rules, expected.isStrict());
    }

    private record FormMatcher(Query expected, RuleState rules, boolean strict) implements BodyMatcher {

        @Override
        public List<Mismatch> match(ActualBody body) {
            Query actual = body.read(Query.class, form -> Query.parse(form.text()));
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
