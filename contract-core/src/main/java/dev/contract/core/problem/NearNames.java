package dev.contract.core.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that a reader would take for each other: {@code userId} and {@code user_id}, {@code name} and {@code full_name},
 * {@code "user 41 exists"} and {@code "user 42 exists"}.
 */
public final class NearNames {
    /** Farther than this, two names have nothing to do with each other. */
    private static final double NEAR = 0.4;

    private static final double CONTAINED = 0.3;

    /** {@code name} in {@code full_name}, but not in {@code nickname}. */
    private static final double CONTAINED_AS_WORDS = 0.2;

    private static final int SHORTEST_CONTAINED = 3;
    private static final int LONGEST_COMPARED = 200;
    private static final int MOST_LISTED = 5;

    private NearNames() {}

    private record Candidate(String name, double distance) {}

    /** The name that is most like this one; empty when none is near. */
    public static Optional<String> nearest(String name, Collection<String> others) {
        return sorted(name, others).stream().findFirst();
    }

    /** The question whether the nearest name was meant; other advice when none is near. */
    public static String didYouMean(String name, Collection<String> others, String otherwise) {
        return nearest(name, others)
                .map(near -> "did you mean " + Quoted.text(near) + "?")
                .orElse(otherwise);
    }

    /** The names that are like this one, the nearest first; equally near ones in their order. */
    public static List<String> sorted(String name, Collection<String> others) {
        return others.stream()
                .map(other -> new Candidate(other, distance(name, other)))
                .filter(candidate -> candidate.distance() <= NEAR)
                .sorted(Comparator.comparingDouble(Candidate::distance))
                .map(Candidate::name)
                .toList();
    }

    /** At most five of the names, quoted and with commas, those first that are like the wanted one; and how many more there are. */
    public static String listed(String wanted, Collection<String> names) {
        List<String> sorted = new ArrayList<>(sorted(wanted, names));
        names.stream().filter(name -> !sorted.contains(name)).forEach(sorted::add);
        String shown = sorted.stream().limit(MOST_LISTED).map(Quoted::text).collect(Collectors.joining(", "));
        return sorted.size() <= MOST_LISTED ? shown : shown + " and " + (sorted.size() - MOST_LISTED) + " more";
    }

    /** 0 for names that differ in case and separators only, 1 for names that have nothing in common. */
    static double distance(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        int longest = Math.max(a.length(), b.length());
        if (longest == 0 || longest > LONGEST_COMPARED) {
            return a.equals(b) ? 0 : 1;
        }
        double edits = (double) EditDistance.between(a, b) / longest;
        if (!contains(a, b)) {
            return edits;
        }
        return Math.min(edits, containsWords(one, other) ? CONTAINED_AS_WORDS : CONTAINED);
    }

    private static String bare(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
        return letters.isEmpty() ? name : letters;
    }

    private static boolean containsWords(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        return words.containsAll(others) || others.containsAll(words);
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.split("[\\s_.-]+|(?<=\\p{Ll})(?=\\p{Lu})"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean contains(String a, String b) {
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        return shorter.length() >= SHORTEST_CONTAINED && longer.contains(shorter);
    }
}
