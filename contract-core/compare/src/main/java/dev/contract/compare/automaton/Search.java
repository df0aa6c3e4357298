package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Alphabet.Letter;
import dev.contract.compare.automaton.Containment.Contained;
import dev.contract.compare.automaton.Containment.Outside;
import dev.contract.compare.automaton.Containment.TooLarge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks through all automata at once, breadth first, for a shortest text that is in the inner languages and not in the outer ones. One
 * search.
 */
final class Search {
    /** Of all automata together that are looked at. */
    private static final int MOST_STATES = 20_000;

    /** Of all automata together, one character each. */
    private static final int MOST_STEPS = 2_000_000;

    private final List<Automaton> inner;
    private final List<List<Automaton>> outer;
    private final List<Letter> letters;
    private final long most;
    private final List<Automaton> all = new ArrayList<>();
    private final Map<List<BitSet>, Step> seen = new HashMap<>();
    private final Deque<List<BitSet>> open = new ArrayDeque<>();
    private long work;
    private long steps;

    /** How a place was reached first; from nowhere at the start. */
    private record Step(@Nullable List<BitSet> from, int character) {}

    /**
     * @param letters that all automata together tell apart
     * @param most how many steps it may take
     */
    Search(List<Automaton> inner, List<List<Automaton>> outer, List<Letter> letters, long most) {
        this.inner = inner;
        this.outer = outer;
        this.letters = letters;
        this.most = most;
        this.all.addAll(inner);
        outer.forEach(all::addAll);
    }

    static Search of(List<Language> inner, List<List<Language>> outer) {
        List<Automaton> automata = Stream.concat(Stream.of(inner), outer.stream())
                .flatMap(List::stream)
                .map(Language::automaton)
                .toList();
        return new Search(
                Language.automata(inner),
                outer.stream().map(Language::automata).toList(),
                Alphabet.of(automata).letters(),
                Long.MAX_VALUE);
    }

    Containment containment() {
        return containment(all.stream().map(Automaton::start).toList());
    }

    /** @param start the states of each of the automata, the inner ones first */
    Containment containment(List<BitSet> start) {
        reach(start, new Step(null, 0));
        while (!open.isEmpty()) {
            List<BitSet> place = open.remove();
            if (isOutside(place)) {
                return new Outside(textTo(place));
            }
            for (Letter letter : letters) {
                step(place, letter.character());
            }
            if (seen.size() > MOST_STATES || work > MOST_STEPS || steps > most) {
                return new TooLarge();
            }
        }
        return new Contained();
    }

    /** How much work it was. */
    long steps() {
        return steps;
    }

    private void step(List<BitSet> from, int character) {
        List<BitSet> next = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            work++;
            steps += Automaton.effort(from.get(i));
            BitSet reached = all.get(i).step(from.get(i), character);
            if (i < inner.size() && reached.isEmpty()) {
                return;
            }
            next.add(reached);
        }
        reach(next, new Step(from, character));
    }

    private void reach(List<BitSet> place, Step step) {
        if (seen.putIfAbsent(place, step) == null) {
            open.add(place);
        }
    }

    private boolean isOutside(List<BitSet> place) {
        int at = inner.size();
        if (!accepts(inner, place, 0)) {
            return false;
        }
        for (List<Automaton> row : outer) {
            if (accepts(row, place, at)) {
                return false;
            }
            at += row.size();
        }
        return true;
    }

    /** @param first where the states of the automata begin in a place */
    static boolean accepts(List<Automaton> automata, List<BitSet> place, int first) {
        for (int i = 0; i < automata.size(); i++) {
            if (!automata.get(i).accepts(place.get(first + i))) {
                return false;
            }
        }
        return true;
    }

    private String textTo(List<BitSet> end) {
        List<Integer> characters = new ArrayList<>();
        Step step = seen.get(end);
        while (step != null && step.from() != null) {
            characters.add(0, step.character());
            step = seen.get(step.from());
        }
        StringBuilder text = new StringBuilder();
        characters.forEach(text::appendCodePoint);
        return text.toString();
    }
}
