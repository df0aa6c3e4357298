package dev.contract.provider.catalogue;

import dev.contract.core.problem.EditDistance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A state's name as its words, to find those that somebody probably meant to be one: other capitals, blanks, articles, plurals,
 * placeholders, or one word with a slip. "Active" and "inactive" are no slip, nor are two numbers. Immutable.
 */
record NameWords(List<String> words, String joined) {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final int SHORTEST_WITH_SLIP = 4;
    private static final int SHORTEST_WITH_TWO = 8;
    private static final int LONGEST_WITH_SLIP = 50;

    static NameWords of(String name) {
        String plain = PLACEHOLDER.matcher(name).replaceAll("{}").toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(plain.split("[^\\p{L}\\p{N}{}]+"))
                .filter(word -> !word.isEmpty() && !ARTICLES.contains(word))
                .map(NameWords::singular)
                .toList();
        return new NameWords(words, String.join("", words));
    }

    private static String singular(String word) {
        boolean plural = word.length() >= SHORTEST_WITH_SLIP && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    boolean isLike(NameWords other) {
        return joined.equals(other.joined) || differsByOneSlip(other);
    }

    private boolean differsByOneSlip(NameWords other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        int[] different = IntStream.range(0, words.size())
                .filter(i -> !words.get(i).equals(other.words.get(i)))
                .limit(2)
                .toArray();
        return different.length == 1 && isSlip(words.get(different[0]), other.words.get(different[0]));
    }

    private static boolean isSlip(String one, String other) {
        int shortest = Math.min(one.length(), other.length());
        if (shortest < SHORTEST_WITH_SLIP
                || Math.max(one.length(), other.length()) > LONGEST_WITH_SLIP
                || !(one + other).chars().allMatch(Character::isLetter)) {
            return false;
        }
        int distance = EditDistance.between(one, other);
        return distance == 1 || (distance == 2 && shortest >= SHORTEST_WITH_TWO && one.charAt(0) == other.charAt(0));
    }
}
