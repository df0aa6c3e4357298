package dev.contract.compare.automaton;

import java.util.List;
import java.util.regex.Pattern;

/**
 * All texts the whole of which a regular expression matches, as a finite automaton. Immutable.
 *
 * <pre>{@code
 * Containment.of(List.of(Language.of("\\d{4}")), List.of(List.of(Language.of("\\d+"))))   // contained
 * }</pre>
 */
public final class Language {
    private final Automaton automaton;

    private Language(Automaton automaton) {
        this.automaton = automaton;
    }

    /**
     * The language of an expression of {@link Pattern}.
     *
     * @throws NotRegularException if it refers to groups, looks ahead or behind, has other things that are not regular, or if its automaton
     *     would be too large
     */
    public static Language of(String regex) throws NotRegularException {
        return new Language(AutomatonBuilder.build(SyntaxReader.read(regex, 0)));
    }

    Automaton automaton() {
        return automaton;
    }

    static List<Automaton> automata(List<Language> languages) {
        return languages.stream().map(Language::automaton).toList();
    }
}
