package dev.contract.compare.automaton;

import java.util.List;

/** A regular expression as a tree. */
sealed interface Syntax {
    /** One character. */
    record One(CharClass characters) implements Syntax {}

    record Sequence(List<Syntax> parts) implements Syntax {}

    record Choice(List<Syntax> ways) implements Syntax {}

    /**
     * The same again.
     *
     * @param most {@link #UNBOUNDED}, or a count
     * @param greedy whether an engine tries the longest first
     */
    record Repeat(Syntax part, int least, int most, boolean greedy) implements Syntax {
        static final int UNBOUNDED = -1;
    }

    /** {@code ^} or {@code $}: no character, but a place of the text. */
    record Edge(boolean isStart) implements Syntax {}
}
