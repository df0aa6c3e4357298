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
    private static final int MOST_STEPS = 1_000;

    /**
     * @param characters of the one way that reads a character; those of none when there is no such way
     * @param next where that way leads
     * @param free states that are reached without reading a character, in the order in which an engine tries them
     */
    record State(CharClass characters, int next, List<Integer> free) {}

    /** The states at the start. */
    BitSet start() {
        return from(first);
    }

    /** The states that are reached from one without reading a character. */
    BitSet from(int state) {
        BitSet reached = new BitSet(states.size());
        enter(state, reached);
        return reached;
    }

    /** How much work a step from there is: one for each few states. */
    static long effort(BitSet from) {
        return 1L + from.cardinality() / 4;
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

    /** How long a text is at most that leads to the end; {@link Integer#MAX_VALUE} where it takes more than a thousand steps. */
    int longest() {
        BitSet useful = useful();
        BitSet reached = start();
        int length = 0;
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            BitSet next = new BitSet(states.size());
            int widest = 0;
            for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
                int width = states.get(i).characters().width();
                if (width > 0 && useful.get(states.get(i).next())) {
                    widest = Math.max(widest, width);
                    enter(states.get(i).next(), next);
                }
            }
            if (widest == 0) {
                return length;
            }
            length += widest;
            reached = next;
        }
        return Integer.MAX_VALUE;
    }

    /** The states from which the end is reached. */
    private BitSet useful() {
        BitSet useful = new BitSet(states.size());
        useful.set(0);
        for (boolean more = true; more; ) {
            int before = useful.cardinality();
            for (int i = 0; i < states.size(); i++) {
                State state = states.get(i);
                boolean reads = state.characters().width() > 0 && useful.get(state.next());
                useful.set(i, useful.get(i) || reads || state.free().stream().anyMatch(useful::get));
            }
            more = useful.cardinality() > before;
        }
        return useful;
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
