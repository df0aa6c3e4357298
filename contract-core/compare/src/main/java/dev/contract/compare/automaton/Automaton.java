package dev.contract.compare.automaton;

import java.util.BitSet;
import java.util.List;

/**
 * A nondeterministic automaton, whose end is state 0. Immutable.
 *
 * @param first number of the state at which it starts
 * @param states each with the ways out of it
 */
record Automaton(int first, List<State> states) {

    /**
     * @param characters of the one way that reads a character; those of none when there is no such way
     * @param next where that way leads
     * @param free states that are reached without reading a character
     */
    record State(CharClass characters, int next, List<Integer> free) {}

    /** The states at the start. */
    BitSet start() {
        BitSet start = new BitSet(states.size());
        enter(first, start);
        return start;
    }

    /** The states after one more character. */
    BitSet step(BitSet from, int character) {
        BitSet reached = new BitSet(states.size());
        for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
            if (states.get(i).characters().has(character)) {
                enter(states.get(i).next(), reached);
            }
        }
        return reached;
    }

    boolean accepts(BitSet reached) {
        return reached.get(0);
    }

    private void enter(int state, BitSet reached) {
        if (!reached.get(state)) {
            reached.set(state);
            for (int next : states.get(state).free()) {
                enter(next, reached);
            }
        }
    }
}
