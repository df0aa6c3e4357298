package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Syntax.Choice;
import dev.contract.compare.automaton.Syntax.Edge;
import dev.contract.compare.automaton.Syntax.One;
import dev.contract.compare.automaton.Syntax.Repeat;
import dev.contract.compare.automaton.Syntax.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes {@code ^} and {@code $} out of expressions where they say nothing, for the whole text is matched anyway: at the start and at the
 * end. Elsewhere they say too much for an automaton.
 */
final class Edges {
    private Edges() {}

    static Syntax resolved(Syntax syntax) throws NotRegularException {
        return resolved(syntax, true, true);
    }

    private static Syntax resolved(Syntax syntax, boolean atStart, boolean atEnd) throws NotRegularException {
        if (syntax instanceof One) {
            return syntax;
        }
        if (syntax instanceof Edge edge) {
            if (edge.isStart() ? atStart : atEnd) {
                return new Sequence(List.of());
            }
            throw new NotRegularException("it has ^ or $ in its midst");
        }
        if (syntax instanceof Repeat repeat) {
            return new Repeat(resolved(repeat.part(), false, false), repeat.least(), repeat.most(), repeat.greedy());
        }
        if (syntax instanceof Choice choice) {
            List<Syntax> ways = new ArrayList<>();
            for (Syntax way : choice.ways()) {
                ways.add(resolved(way, atStart, atEnd));
            }
            return new Choice(ways);
        }
        return sequence(((Sequence) syntax).parts(), atStart, atEnd);
    }

    private static Syntax sequence(List<Syntax> parts, boolean atStart, boolean atEnd) throws NotRegularException {
        int first = 0;
        while (first < parts.size() && isEdge(parts.get(first), true)) {
            first++;
        }
        int last = parts.size() - 1;
        while (last >= 0 && isEdge(parts.get(last), false)) {
            last--;
        }
        List<Syntax> resolved = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            resolved.add(resolved(parts.get(i), atStart && i <= first, atEnd && i >= last));
        }
        return new Sequence(resolved);
    }

    private static boolean isEdge(Syntax part, boolean start) {
        boolean nothing = part instanceof Sequence sequence && sequence.parts().isEmpty();
        return nothing || (part instanceof Edge edge && edge.isStart() == start);
    }
}
