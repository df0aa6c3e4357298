package dev.contract.compare.automaton;

import dev.contract.core.regex.BoundedRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * All texts the whole of which a regular expression matches, as a finite automaton. Immutable.
 *
 * <pre>{@code
 * Containment.of(List.of(Language.of("\\d{4}")), List.of(List.of(Language.of("\\d+"))))   // contained
 * }</pre>
 */
public final class Language {
    private static final int UNASKED = -1;

    private final Automaton automaton;
    private final Effort effort;
    private final List<String> asked;

    /** Made when somebody asks; by two threads at once perhaps twice, which does no harm. */
    private volatile int longest = UNASKED;

    private Language(Automaton automaton, Effort effort, List<String> asked) {
        this.automaton = automaton;
        this.effort = effort;
        this.asked = asked;
    }

    /**
     * The language of an expression of {@link Pattern}.
     *
     * @throws NotRegularException if it refers to groups, looks ahead or behind, has other things that are not regular, or if its automaton
     *     would be too large
     */
    public static Language of(String regex) throws NotRegularException {
        return of(regex, asked -> {});
    }

    /**
     * As {@link #of(String)}.
     *
     * @param asking takes each class of characters before Java's engine is asked about it, which takes long: about twenty milliseconds
     */
    public static Language of(String regex, Consumer<String> asking) throws NotRegularException {
        List<String> asked = new ArrayList<>();
        Syntax syntax = SyntaxReader.read(regex, asking.andThen(asked::add));
        Automaton automaton = AutomatonBuilder.build(syntax);
        return new Language(automaton, Effort.of(regex, syntax), List.copyOf(asked));
    }

    /** The classes of characters about which Java's engine was asked. */
    public List<String> asked() {
        return asked;
    }

    /**
     * Whether {@link BoundedRegex} comes to an end with each text of this language that is in some others as well: it stops an engine that
     * looks at a text too often, or goes too deep.
     *
     * @param texts at least one
     */
    public Judged judged(List<Language> texts) {
        int longest = texts.stream().mapToInt(Language::longest).min().orElse(Integer.MAX_VALUE);
        if (effort.isTooDeep(longest) || effort.sufficesFor(longest)) {
            return new Judged(!effort.isTooDeep(longest), 0);
        }
        Backtracking backtracking = new Backtracking(texts, this, longest);
        return new Judged(backtracking.isBounded(), backtracking.steps());
    }

    /**
     * An answer, and what it took.
     *
     * @param toTheEnd false also where nobody knows
     * @param steps as {@link Containment.Measured#steps}
     */
    public record Judged(boolean toTheEnd, long steps) {}

    /** How many characters a text of the language has at most; {@link Integer#MAX_VALUE} where there are very long ones. */
    int longest() {
        int known = longest;
        if (known == UNASKED) {
            known = automaton.longest();
            longest = known;
        }
        return known;
    }

    Automaton automaton() {
        return automaton;
    }

    static List<Automaton> automata(List<Language> languages) {
        return languages.stream().map(Language::automaton).toList();
    }
}
