package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Automaton.State;
import dev.contract.compare.automaton.Syntax.Choice;
import dev.contract.compare.automaton.Syntax.One;
import dev.contract.compare.automaton.Syntax.Repeat;
import dev.contract.compare.automaton.Syntax.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Makes automata of expressions, by Thompson's construction from back to front. One expression at a time. */
final class AutomatonBuilder {
    static final int MOST_STATES = 4_000;

    private static final CharClass NOTHING = CharClass.of();

    private final List<State> states = new ArrayList<>();

    private AutomatonBuilder() {}

    static Automaton build(Syntax syntax) throws NotRegularException {
        AutomatonBuilder builder = new AutomatonBuilder();
        int end = builder.add(new State(NOTHING, 0, List.of()));
        int start = builder.before(Edges.resolved(syntax), end);
        return new Automaton(start, builder.states);
    }

    private int add(State state) throws NotRegularException {
        if (states.size() == MOST_STATES) {
            throw new NotRegularException("its automaton would have more than " + MOST_STATES + " states");
        }
        states.add(state);
        return states.size() - 1;
    }

    /** The state from which an expression leads to another state. */
    private int before(Syntax syntax, int end) throws NotRegularException {
        if (syntax instanceof One one) {
            return add(new State(one.characters(), end, List.of()));
        }
        if (syntax instanceof Sequence sequence) {
            int at = end;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                at = before(sequence.parts().get(i), at);
            }
            return at;
        }
        if (syntax instanceof Choice choice) {
            List<Integer> ways = new ArrayList<>();
            for (Syntax way : choice.ways()) {
                ways.add(before(way, end));
            }
            return free(ways);
        }
        return repeated((Repeat) syntax, end);
    }

    private int free(List<Integer> next) throws NotRegularException {
        return add(new State(NOTHING, 0, next));
    }

    private int repeated(Repeat repeat, int end) throws NotRegularException {
        int at = repeat.most() == Repeat.UNBOUNDED ? looped(repeat, end) : optional(repeat, end);
        for (int i = 0; i < repeat.least(); i++) {
            int next = before(repeat.part(), at);
            if (next == at) {
                return at; // of nothing, however often: it would add no state that ends this
            }
            at = next;
        }
        return at;
    }

    private int looped(Repeat repeat, int end) throws NotRegularException {
        int loop = free(List.of(end));
        states.set(loop, new State(NOTHING, 0, inTurn(repeat, before(repeat.part(), loop), end)));
        return loop;
    }

    private static List<Integer> inTurn(Repeat repeat, int again, int end) {
        return repeat.greedy() ? List.of(again, end) : List.of(end, again);
    }

    /** Each of the repetitions that need not be may be the one with which it ends. */
    private int optional(Repeat repeat, int end) throws NotRegularException {
        int at = end;
        for (int i = repeat.least(); i < repeat.most(); i++) {
            at = free(inTurn(repeat, before(repeat.part(), at), end));
        }
        return at;
    }
}
