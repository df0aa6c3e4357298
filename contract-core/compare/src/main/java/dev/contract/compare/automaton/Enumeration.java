package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Alphabet.Letter;
import dev.contract.compare.automaton.Containment.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Lists the texts of a language, the shortest first. One listing. */
final class Enumeration {
    private static final int MOST_STEPS = 2_000;
    private static final long MOST_WORK = 200_000;

    private final List<Automaton> automata;
    private final int most;
    private final List<String> texts = new ArrayList<>();
    private final Deque<Prefix> open = new ArrayDeque<>();
    private long work;
    private long steps;

    private record Prefix(String text, List<BitSet> place) {}

    Enumeration(List<Language> languages, int most) {
        this.automata = Language.automata(languages);
        this.most = most;
    }

    Texts texts() {
        List<Letter> letters = Alphabet.of(automata).letters();
        boolean all = true;
        open.add(new Prefix("", automata.stream().map(Automaton::start).toList()));
        for (int i = 0; !open.isEmpty() && i < MOST_STEPS && work < MOST_WORK && texts.size() < most; i++) {
            Prefix prefix = open.remove();
            if (Search.accepts(automata, prefix.place(), 0)) {
                texts.add(prefix.text());
            }
            for (Letter letter : letters) {
                all &= extend(prefix, letter);
            }
        }
        return new Texts(texts, all && open.isEmpty(), steps);
    }

    /** By each character that behaves so, or by one where they are many; whether by each. */
    private boolean extend(Prefix prefix, Letter letter) {
        List<BitSet> next = new ArrayList<>(automata.size());
        for (int i = 0; i < automata.size(); i++) {
            work++;
            steps += Automaton.effort(prefix.place().get(i));
            BitSet reached = automata.get(i).step(prefix.place().get(i), letter.character());
            if (reached.isEmpty()) {
                return true;
            }
            next.add(reached);
        }
        boolean each = letter.count() == letter.some().size();
        for (int character : each ? letter.some() : List.of(letter.character())) {
            open.add(new Prefix(prefix.text() + Character.toString(character), next));
        }
        return each;
    }
}
