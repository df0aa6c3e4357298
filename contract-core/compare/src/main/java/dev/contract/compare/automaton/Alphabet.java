package dev.contract.compare.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The characters that some automata tell apart: all others behave as one of these. Those that people read easily come first. Immutable.
 *
 * @param letters each standing for all that behave alike
 */
record Alphabet(List<Letter> letters) {

    /**
     * Characters that behave alike.
     *
     * @param character the one that is read most easily
     * @param count how many there are
     * @param some of them: all, when they are few
     */
    record Letter(int character, int count, List<Integer> some) {}

    private static final int MOST_LISTED = 64;

    static Alphabet of(List<Automaton> automata) {
        Set<CharClass> classes = new LinkedHashSet<>();
        for (Automaton automaton : automata) {
            automaton.states().forEach(state -> classes.add(state.characters()));
        }
        Map<BitSet, Letters> letters = new HashMap<>();
        List<Integer> cuts = List.copyOf(cuts(classes));
        for (int i = 0; i < cuts.size(); i++) {
            int last = i + 1 < cuts.size() ? cuts.get(i + 1) - 1 : CharClass.LAST;
            letters.computeIfAbsent(membership(cuts.get(i), classes), key -> new Letters())
                    .add(cuts.get(i), last);
        }
        return new Alphabet(letters.values().stream()
                .map(Letters::letter)
                .sorted(Comparator.comparingInt(letter -> effort(letter.character())))
                .toList());
    }

    private static Set<Integer> cuts(Set<CharClass> classes) {
        Set<Integer> cuts = new TreeSet<>();
        cuts.add(0);
        for (CharClass each : classes) {
            int[] bounds = each.bounds();
            for (int i = 0; i < bounds.length; i += 2) {
                cuts.add(bounds[i]);
                cuts.add(bounds[i + 1] + 1);
            }
        }
        cuts.add((int) Character.MIN_SURROGATE); // these come last where a character stands for others
        cuts.add(Character.MAX_SURROGATE + 1);
        cuts.remove(CharClass.LAST + 1);
        return cuts;
    }

    private static BitSet membership(int character, Set<CharClass> classes) {
        BitSet member = new BitSet();
        int at = 0;
        for (CharClass each : classes) {
            member.set(at++, each.has(character));
        }
        return member;
    }

    /** How hard a character is to read: small letters first, what cannot be printed last. */
    private static int effort(int character) {
        if (character >= 'a' && character <= 'z') {
            return character - 'a';
        }
        if (character >= '0' && character <= '9') {
            return 100 + character;
        }
        if (character >= 'A' && character <= 'Z') {
            return 200 + character;
        }
        if (character > ' ' && character < 0x7F) {
            return 400 + character;
        }
        boolean printed = character >= 0xA1 && Character.isLetter(character);
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return (character == ' ' ? 600 : printed ? 1_000 : half ? 0x400000 : 0x200000) + character;
    }

    /** Characters that behave alike, while they are found. */
    private static final class Letters {
        private final List<Integer> some = new ArrayList<>();
        private int count;
        private int easiest = -1;

        void add(int first, int last) {
            count += last - first + 1;
            for (int c = first; c <= last && some.size() < MOST_LISTED; c++) {
                some.add(c);
            }
            for (int c : new int[] {first, 'a', '0', 'A', '!', 0xE4}) {
                boolean inside = c >= first && c <= last;
                if (inside && (easiest < 0 || effort(c) < effort(easiest))) {
                    easiest = c;
                }
            }
        }

        Letter letter() {
            return new Letter(easiest, count, List.copyOf(some));
        }
    }
}
