package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.automaton.Containment;
import dev.contract.compare.automaton.Containment.Contained;
import dev.contract.compare.automaton.Containment.Outside;
import dev.contract.compare.automaton.Containment.TooLarge;
import dev.contract.compare.automaton.Language;
import dev.contract.compare.automaton.NotRegularException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether all texts of one place are among those of another: rule by rule first, then by automata, which also find what is not, and last by
 * texts that might tell the two apart. One comparison.
 */
final class TextInclusion {
    private static final String JSON_NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?";
    private static final int MOST_LISTED = 300;

    /**
     * What came of it.
     *
     * @param outside a text that the one accepts and the other refuses, by the matcher's own rules; null when none is known
     * @param reason why nobody can say; empty when it is included or not
     */
    record Answer(@Nullable String outside, String reason) {
        static final Answer INCLUDED = new Answer(null, "");

        boolean isIncluded() {
            return outside == null && reason.isEmpty();
        }
    }

    private final Texts inner;
    private final Texts outer;
    private final Carrier carrier;
    private String reason = "";

    private TextInclusion(Texts inner, Texts outer, Carrier carrier) {
        this.inner = inner;
        this.outer = outer;
        this.carrier = carrier;
    }

    static Answer of(Texts inner, Texts outer, Carrier carrier) {
        if (outer.isAll() || inner.isNone() || inner.equals(outer)) {
            return Answer.INCLUDED;
        }
        return new TextInclusion(inner, outer, carrier).answer();
    }

    private Answer answer() {
        for (List<TextRule> row : inner.rows()) {
            Answer answer = isImplied(row) ? Answer.INCLUDED : byAutomata(row);
            if (!answer.isIncluded()) {
                return answer;
            }
        }
        return Answer.INCLUDED;
    }

    private boolean isImplied(List<TextRule> row) {
        return outer.rows().stream().anyMatch(other -> open(row, other).isEmpty());
    }

    /** The rules of another row that this one does not see to by itself. */
    private static List<TextRule> open(List<TextRule> row, List<TextRule> other) {
        return other.stream()
                .filter(rule -> row.stream().noneMatch(each -> each.implies(rule)))
                .toList();
    }

    private Answer byAutomata(List<TextRule> row) {
        List<Language> languages = new ArrayList<>();
        boolean exact = inner(row, languages);
        Containment containment = Containment.of(languages, outer(row));
        if (containment instanceof Contained) {
            return Answer.INCLUDED;
        }
        Containment.Texts texts = Containment.texts(languages, MOST_LISTED);
        if (exact && texts.all() && texts.texts().stream().allMatch(outer::accepts)) {
            return Answer.INCLUDED;
        }
        if (containment instanceof TooLarge) {
            doubt("the automata of both take too many states");
        }
        Stream<String> found = containment instanceof Outside outside ? Stream.of(outside.text()) : Stream.of();
        return Stream.of(found, texts.texts().stream(), Guesses.texts(inner, outer, carrier))
                .flatMap(each -> each)
                .filter(text -> isPossible(text) && inner.accepts(text) && !outer.accepts(text))
                .findFirst()
                .map(text -> new Answer(text, ""))
                .orElseGet(() -> new Answer(
                        null,
                        reason.isEmpty() ? "no rule of the one says it, and no value shows the opposite" : reason));
    }

    private boolean isPossible(String text) {
        return carrier != Carrier.NUMBER || Guesses.isNumber(text);
    }

    /** Languages that together hold all that a row accepts; whether they hold nothing else. */
    private boolean inner(List<TextRule> row, List<Language> languages) {
        boolean exact = true;
        if (carrier == Carrier.NUMBER) {
            exact = add(JSON_NUMBER, languages);
        }
        for (TextRule rule : row) {
            exact &= add(rule.regex().orElseGet(rule::cover), languages)
                    && rule.regex().isPresent();
        }
        return exact;
    }

    private boolean add(String regex, List<Language> languages) {
        try {
            languages.add(Languages.of(regex));
            return true;
        } catch (NotRegularException e) {
            doubt("the regular expression '" + regex + "' is not read as an automaton: " + e.reason());
            return false;
        }
    }

    /** For each row of which all rules are seen to, or are languages, those languages. */
    private List<List<Language>> outer(List<TextRule> row) {
        List<List<Language>> rows = new ArrayList<>();
        for (List<TextRule> other : outer.rows()) {
            List<Language> languages = new ArrayList<>();
            boolean known = true;
            for (TextRule rule : open(row, other)) {
                known = known && rule.regex().isPresent() && add(rule.regex().get(), languages);
                if (rule.regex().isEmpty()) {
                    doubt("no text shows the opposite, and " + rule + " is nothing that can be compared");
                }
            }
            if (known) {
                rows.add(languages);
            }
        }
        return rows;
    }

    private void doubt(String because) {
        reason = reason.isEmpty() ? because : reason;
    }
}
