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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether all texts of one place are among those of another: rule by rule first, then by automata, which also find what is not, and last by
 * texts that might tell the two apart. One comparison.
 */
final class TextInclusion {
    private static final String TEXT = "(?s).*";

    /** The texts there can be at all. */
    private static final Map<Carrier, String> POSSIBLE = Map.of(
            Carrier.NUMBER, "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?",
            Carrier.HEADER, "|[^ \\t\\r\\n]|[^ \\t\\r\\n][^\\r\\n]*[^ \\t\\r\\n]",
            Carrier.DOCUMENT, "(?s).+");

    private static final int MOST_LISTED = 300;

    /** Of the guesses and automata of a rule, in steps. */
    private static final long WORK = 200;

    /** Of judging a text by a rule, in steps. */
    private static final long JUDGING = 5;

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

    /** What rules alone answer: those that look at no example are equal whatever it is. */
    private record Question(Texts inner, Texts outer, Carrier carrier) {}

    /** A question that is answered by guesses. */
    private record Guess(Texts inner, Texts outer, Carrier carrier) {}

    private final Texts inner;
    private final Texts outer;
    private final Carrier carrier;
    private final int rules;
    private String reason = "";

    private TextInclusion(Texts inner, Texts outer, Carrier carrier) {
        this.inner = inner;
        this.outer = outer;
        this.carrier = carrier;
        this.rules = Stream.of(inner, outer)
                .flatMap(texts -> texts.rows().stream())
                .mapToInt(List::size)
                .sum();
    }

    static Answer of(Texts inner, Texts outer, Carrier carrier) {
        if (outer.isAll() || inner.isNone() || inner.equals(outer)) {
            return Answer.INCLUDED;
        }
        TextInclusion inclusion = new TextInclusion(inner, outer, carrier);
        return inner.rows().stream().allMatch(inclusion::isImplied) ? Answer.INCLUDED : inclusion.answer();
    }

    /** What is read easily comes first. The examples of a place are its own; what else is asked, many places of a contract have in common. */
    private Answer answer() {
        return outside(Guesses.examples(inner, outer, carrier))
                .or(() -> Budget.remembered(
                        new Guess(inner, outer, carrier), () -> outside(Guesses.ofRules(inner, outer, carrier))))
                .or(() -> outside(Guesses.longer(inner, outer)))
                .map(text -> new Answer(text, ""))
                .orElseGet(() -> Budget.remembered(new Question(inner, outer, carrier), this::ofRules));
    }

    private Answer ofRules() {
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
        Budget.spend(WORK * (row.size() + outer.rows().size()));
        if (Budget.isSpent()) {
            return new Answer(null, Budget.SPENT);
        }
        List<Language> languages = new ArrayList<>();
        boolean exact = inner(row, languages);
        Containment containment = containment(row, languages);
        if (containment instanceof Contained) {
            return Answer.INCLUDED;
        }
        if (containment instanceof Outside found
                && outside(Stream.of(found.text())).isPresent()) {
            return new Answer(found.text(), "");
        }
        Containment.Texts texts = Languages.texts(languages, MOST_LISTED);
        String outside = outside(texts.texts().stream()).orElse(null);
        if (outside == null && Budget.isSpent()) {
            return new Answer(null, Budget.SPENT); // not all that is listed was looked at
        }
        if (outside == null && exact && texts.all()) {
            return Answer.INCLUDED;
        }
        if (containment instanceof TooLarge) {
            doubt("the automata of both take too many states");
        }
        doubt("no rule of the one says it, and no value shows the opposite");
        return new Answer(outside, outside == null ? reason : "");
    }

    /** What a rule may give up on is no proof of inclusion, but still tells what is outside. */
    private Containment containment(List<TextRule> row, List<Language> languages) {
        List<List<Language>> judged = outer(row, (rule, language) -> isJudgedToTheEnd(rule, language, languages));
        Containment containment = Languages.containment(languages, judged);
        if (containment instanceof Contained) {
            return containment;
        }
        List<List<Language>> all = outer(row, (rule, language) -> true);
        return !judged.equals(all) && Languages.containment(languages, all) instanceof Outside found
                ? found
                : containment;
    }

    private boolean isJudgedToTheEnd(TextRule rule, Language language, List<Language> texts) {
        boolean toTheEnd = !rule.mayGiveUp() || Languages.isJudgedToTheEnd(language, texts);
        if (!toTheEnd) {
            doubt("with a long text, " + rule + " may take so long that it is refused");
        }
        return toTheEnd;
    }

    private Optional<String> outside(Stream<String> texts) {
        return texts.takeWhile(text -> !Budget.isSpent())
                .peek(text -> Budget.spend(JUDGING * rules))
                .filter(text -> isPossible(text) && inner.accepts(text) && !outer.accepts(text))
                .findFirst();
    }

    private boolean isPossible(String text) {
        return switch (carrier) {
            case NUMBER -> Guesses.isNumber(text);
            case HEADER -> text.strip().equals(text) && text.lines().count() <= 1;
            case DOCUMENT -> !text.isEmpty();
            case STRING, PLAIN -> true;
        };
    }

    /** Languages that together hold all that a row accepts; whether they hold nothing else. */
    private boolean inner(List<TextRule> row, List<Language> languages) {
        boolean exact = add(POSSIBLE.getOrDefault(carrier, TEXT), languages);
        for (TextRule rule : row) {
            exact &= add(rule.regex().orElseGet(rule::cover), languages)
                    && rule.regex().isPresent();
        }
        return exact;
    }

    private boolean add(String regex, List<Language> languages) {
        try {
            return languages.add(Languages.of(regex));
        } catch (NotRegularException e) {
            doubt("the regular expression '" + regex + "' is not read as an automaton: " + e.reason());
            return false;
        }
    }

    /** For each row of which all rules are seen to, or are languages that will do, those languages. */
    private List<List<Language>> outer(List<TextRule> row, BiPredicate<TextRule, Language> will) {
        List<List<Language>> rows = new ArrayList<>();
        for (List<TextRule> other : outer.rows()) {
            List<Language> languages = new ArrayList<>();
            boolean known = true;
            for (TextRule rule : open(row, other)) {
                known = known && add(rule, languages) && will.test(rule, languages.get(languages.size() - 1));
            }
            if (known) {
                rows.add(languages);
            }
        }
        return rows;
    }

    private boolean add(TextRule rule, List<Language> languages) {
        String regex = rule.regex().orElse(null);
        if (regex == null) {
            doubt("no text shows the opposite, and " + rule + " is nothing that can be compared");
        }
        return regex != null && add(regex, languages);
    }

    private void doubt(String because) {
        reason = reason.isEmpty() ? because : reason;
    }
}
