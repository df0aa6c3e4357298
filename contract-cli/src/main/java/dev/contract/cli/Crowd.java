package dev.contract.cli;

import dev.contract.cli.console.Console;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who does what, in one line however many they are: of more than three that do the same their number and the first of them, and of all that
 * is said the first ten. One thread at a time.
 */
final class Crowd {
    private static final int MOST_NAMED = 3;
    private static final int MOST_PHRASES = 10;

    private final List<Group> groups = new ArrayList<>();

    /**
     * Those who do the same.
     *
     * @param each what is said behind the name of each of few, and behind all of many together
     */
    private record Group(List<String> consumers, String each, String together) {
        boolean isLarge() {
            return consumers.size() > MOST_NAMED;
        }

        Stream<Phrase> phrases() {
            return isLarge()
                    ? Stream.of(new Phrase(consumers.size(), shown() + together))
                    : consumers.stream().map(name -> new Phrase(1, name + each));
        }

        private String shown() {
            return Console.counted(consumers.size(), "consumer") + " ("
                    + String.join(", ", consumers.subList(0, MOST_NAMED)) + ", …)";
        }
    }

    /** What is said of a number of consumers. */
    private record Phrase(int consumers, String text) {}

    /** Adds those who do the same, with what is said behind each name of few, and of many behind all of them. */
    Crowd add(List<String> consumers, String each, String together) {
        groups.add(new Group(consumers, each, together));
        return this;
    }

    /** Whether all of them are named. */
    boolean isNamed() {
        return groups.stream().noneMatch(Group::isLarge) && phrases().size() <= MOST_PHRASES;
    }

    /** {@code app, web}; {@code app: integer; web: type, min 1}; {@code 198 consumers (a, b, c, …): type; web: equality}. */
    @Override
    public String toString() {
        List<Phrase> phrases = phrases();
        boolean areNames =
                phrases.stream().map(Phrase::text).noneMatch(each -> each.contains(", ") || each.contains(": "));
        String shown = phrases.stream()
                .limit(MOST_PHRASES)
                .map(Phrase::text)
                .collect(Collectors.joining(areNames ? ", " : "; "));
        int others =
                phrases.stream().skip(MOST_PHRASES).mapToInt(Phrase::consumers).sum();
        return others == 0 ? shown : shown + " and " + others + " more";
    }

    private List<Phrase> phrases() {
        return groups.stream()
                .flatMap(Group::phrases)
                .sorted(Comparator.comparingInt((Phrase each) -> -each.consumers())
                        .thenComparing(Phrase::text))
                .toList();
    }
}
