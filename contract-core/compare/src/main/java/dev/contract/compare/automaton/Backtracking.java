package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Alphabet.Letter;
import dev.contract.compare.automaton.Automaton.State;
import dev.contract.compare.automaton.Containment.Contained;
import dev.contract.core.regex.BoundedRegex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether an engine that tries one way after the other, as Java's does, looks at each character of a text only a few times, whatever text
 * of some languages that is. It must be one that the expression matches.
 *
 * <p>One of the ways is right, and followed until its end. Those that are tried before it turn off from it; that they are wrong the engine
 * learns at the end of the text at the latest. So all is well as long as at each place of each text only a few of them go on. Of {@code
 * .+@.+} that holds although {@code @} may be anywhere, for what follows the right one matches to the end. One search.
 */
final class Backtracking {
    /** Of {@link BoundedRegex}: so many for each character, beside those for each text. */
    private static final int MOST_LOOKS = 20;

    private static final int MOST_LOOKS_OF_TEXT = 1_000_000;

    /** A character is read as the engine goes on, and again as it goes back; each time with the one beside it, of which it may be half. */
    private static final int LOOKS = 2;

    private static final int MOST_PLACES = 5_000;
    private static final long MOST_STEPS = 200_000;

    /** So many states are reached without reading a character, each by each way there is. */
    private static final int MOST_FREE = 200;

    private final int most;
    private final List<Automaton> texts;
    private final Automaton expression;
    private final List<Automaton> all = new ArrayList<>();
    private final List<Letter> letters;
    private final Map<Integer, List<State>> tried = new HashMap<>();
    private final Map<List<BitSet>, Boolean> possible = new HashMap<>();
    private final Set<Place> seen = new HashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private long steps;
    private boolean many;

    /**
     * A place in texts.
     *
     * @param texts the states of their languages
     * @param right the state of the expression from which the right way goes on
     * @param wrong for each state from which ways go on that will fail, how many these are
     */
    private record Place(List<BitSet> texts, int right, Map<Integer, Integer> wrong) {}

    /** @param longest how many characters the texts have at most */
    Backtracking(List<Language> texts, Language expression, int longest) {
        this.most = MOST_LOOKS + MOST_LOOKS_OF_TEXT / Math.max(longest, 1);
        this.texts = Language.automata(texts);
        this.expression = expression.automaton();
        this.all.addAll(this.texts);
        this.all.add(this.expression);
        this.letters = Alphabet.of(all).letters();
    }

    boolean isBounded() {
        reach(new Place(texts.stream().map(Automaton::start).toList(), expression.first(), Map.of()));
        while (!open.isEmpty() && !many) {
            Place place = open.remove();
            letters.forEach(letter -> step(place, letter.character()));
            many |= seen.size() > MOST_PLACES || steps > MOST_STEPS;
        }
        return !many;
    }

    /** How much work it was. */
    long steps() {
        return steps;
    }

    private void reach(Place place) {
        if (seen.add(place)) {
            open.add(place);
        }
    }

    private void step(Place place, int character) {
        List<BitSet> next = next(place.texts(), character);
        if (next.isEmpty()) {
            return;
        }
        int looks = 0;
        Map<Integer, Integer> wrong = new TreeMap<>();
        for (Map.Entry<Integer, Integer> ways : place.wrong().entrySet()) {
            for (State state : tried(ways.getKey())) {
                looks += ways.getValue();
                read(state, character, ways.getValue(), wrong);
            }
        }
        for (State state : tried(place.right())) {
            looks++;
            if (!many && state.characters().has(character) && isPossible(next, state.next(), wrong.keySet())) {
                many |= LOOKS * (looks + sum(wrong)) > most;
                reach(new Place(next, state.next(), new TreeMap<>(wrong)));
            }
            read(state, character, 1, wrong); // which counts for what is tried after it
        }
    }

    private static void read(State state, int character, int ways, Map<Integer, Integer> wrong) {
        if (state.characters().has(character)) {
            wrong.merge(state.next(), ways, Integer::sum);
        }
    }

    private static int sum(Map<Integer, Integer> ways) {
        return ways.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The states of the languages after one more character; none when there is no such text. */
    private List<BitSet> next(List<BitSet> from, int character) {
        List<BitSet> next = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            steps += Automaton.effort(from.get(i));
            BitSet reached = texts.get(i).step(from.get(i), character);
            if (reached.isEmpty()) {
                return List.of();
            }
            next.add(reached);
        }
        return next;
    }

    /** What is tried from a state in turn, as often as there are ways to it: characters, and the end. */
    private List<State> tried(int from) {
        List<State> known = tried.get(from);
        if (known == null) {
            known = new ArrayList<>();
            Deque<Integer> free = new ArrayDeque<>(List.of(from));
            for (int i = 0; !free.isEmpty() && i < MOST_FREE; i++) {
                State state = expression.states().get(free.pop());
                if (state.free().isEmpty()) {
                    known.add(state);
                }
                for (int next = state.free().size() - 1; next >= 0; next--) {
                    free.push(state.free().get(next));
                }
            }
            many |= !free.isEmpty();
            tried.put(from, known);
        }
        steps += known.size();
        return known;
    }

    /** Whether there is a text that the expression matches in the right way from a place on, and in none of the wrong ones. */
    private boolean isPossible(List<BitSet> texts, int right, Set<Integer> wrong) {
        BitSet failing = new BitSet();
        wrong.forEach(way -> failing.or(expression.from(way)));
        List<BitSet> place = new ArrayList<>(texts);
        place.add(expression.from(right));
        place.add(failing);
        Boolean known = possible.get(place);
        if (known == null) {
            Search search = new Search(all, List.of(List.of(expression)), letters, MOST_STEPS);
            known = !search.containment(place).equals(new Contained());
            steps += search.steps();
            many |= steps > MOST_STEPS;
            possible.put(place, known);
        }
        return known;
    }
}
