package dev.contract.compare.automaton;

import java.util.List;

/** Whether all texts of a language are in another. */
public sealed interface Containment {
    /** How many states of all automata together are looked at. */
    int MOST_STATES = 20_000;

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
        return new Search(inner, outer).containment();
    }

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
     */
    record Texts(List<String> texts, boolean all) {
        public Texts {
            texts = List.copyOf(texts);
        }
    }
}
