package dev.contract.compare.automaton;

import java.util.List;

/** Whether all texts of a language are in another. */
public sealed interface Containment {
    /** They are. */
    record Contained() implements Containment {}

    /**
     * They are not.
     *
     * @param text a shortest one that is in the one language and not in the other
     */
    record Outside(String text) implements Containment {}

    /** It takes too long to tell. */
    record TooLarge() implements Containment {}

    /**
     * Whether each text that is in all inner languages is in all languages of at least one of the outer rows.
     *
     * @param inner none stands for all texts there are
     * @param outer no row stands for no text, an empty row for all texts
     */
    static Containment of(List<Language> inner, List<List<Language>> outer) {
        return measured(inner, outer).containment();
    }

    /** As {@link #of}, with the work that it was. */
    static Measured measured(List<Language> inner, List<List<Language>> outer) {
        Search search = Search.of(inner, outer);
        return new Measured(search.containment(), search.steps());
    }

    /**
     * An answer, and what it took.
     *
     * @param steps of all automata together: one for each character, more where an automaton is in many states at once
     */
    record Measured(Containment containment, long steps) {}

    /**
     * The shortest texts that are in all of some languages.
     *
     * @param most how many are wanted
     */
    static Texts texts(List<Language> languages, int most) {
        return new Enumeration(languages, most).texts();
    }

    /**
     * Texts of a language.
     *
     * @param all whether there are no others
     * @param steps what it took to find them, as {@link Measured#steps}
     */
    record Texts(List<String> texts, boolean all, long steps) {
        public Texts {
            texts = List.copyOf(texts);
        }
    }
}
