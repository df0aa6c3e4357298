package dev.contract.draft;

import dev.contract.core.json.JsonValue;
import dev.contract.draft.Route.Segment;
import dev.contract.draft.infer.TextForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates of paths: {@code /users/17} and {@code /users/42} are both {@code /users/{id}}.
 *
 * <p>Numbers, UUIDs, hexadecimal digits and dates vary at sight. Words do when at least three of them stood in one place, below another
 * segment, and were answered by objects alike.
 */
final class Routes {
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_NAMES = 2;
    private static final double ALIKE = 0.6;
    private static final Set<String> NO_OBJECT = Set.of("\u0000");

    /** Each is compared with all others, so that they cost. */
    private static final int MOST_SEEDS = 20;

    private Routes() {}

    /**
     * The route of each of these, in their order.
     *
     * @param redact whether secrets in paths vary, too
     */
    static List<Route> of(List<Seen> all, boolean redact) {
        List<Path> paths = all.stream().map(seen -> new Path(seen, redact)).toList();
        split(paths, 0);
        return paths.stream().map(Path::route).toList();
    }

    /** A path on which it is noted what varies. */
    private static final class Path {
        private final Seen seen;
        private final String[] segments;

        /** What each segment is at sight; null for a word. */
        private final @Nullable TextForm[] identifiers;

        private final @Nullable TextForm[] variable;

        Path(Seen seen, boolean redact) {
            this.seen = seen;
            this.segments = seen.request().path().split("/", -1);
            this.identifiers = new @Nullable TextForm[segments.length];
            this.variable = new @Nullable TextForm[segments.length];
            for (int i = 0; i < segments.length; i++) {
                boolean isSecret = redact && i > 0 && Disguise.isSecret(segments[i - 1], segments[i]);
                identifiers[i] = isSecret
                        ? TextForm.PLAIN
                        : TextForm.ofIdentifier(segments[i]).orElse(null);
            }
        }

        Route route() {
            List<Segment> parts = new ArrayList<>();
            for (int i = 0; i < segments.length; i++) {
                TextForm form = variable[i];
                parts.add(new Segment(form == null ? segments[i] : "", Optional.ofNullable(form)));
            }
            return new Route(seen.request().method(), parts);
        }

        /** What is asked below a place, whatever identifiers are in it. */
        String rest(int depth) {
            StringBuilder rest = new StringBuilder(seen.request().method());
            for (int i = depth + 1; i < segments.length; i++) {
                rest.append('/').append(identifiers[i] == null ? segments[i] : "{}");
            }
            return rest.toString();
        }

        /** The names of an object that came with success, one that nothing has for other successes, and none for failures. */
        Set<String> names() {
            if (!seen.succeeded()) {
                return Set.of();
            }
            return seen.answered()
                    .json()
                    .flatMap(JsonValue::asObject)
                    .map(object -> Set.copyOf(object.names()))
                    .orElse(NO_OBJECT);
        }
    }

    private static void split(List<Path> paths, int depth) {
        Map<String, List<Path>> bySegment = new LinkedHashMap<>();
        paths.stream().filter(path -> path.segments.length > depth).forEach(path -> bySegment
                .computeIfAbsent(path.segments[depth], text -> new ArrayList<>())
                .add(path));
        List<String> words = new ArrayList<>();
        List<String> identifiers = new ArrayList<>();
        bySegment.forEach((text, same) ->
                (same.stream().allMatch(path -> path.identifiers[depth] == null) ? words : identifiers).add(text));
        Set<String> variable = depth < 2 ? Set.of() : alike(words, bySegment, depth);
        merge(Stream.concat(identifiers.stream(), variable.stream()).toList(), bySegment, depth);
        words.stream()
                .filter(word -> !variable.contains(word))
                .forEach(word -> split(bySegment.getOrDefault(word, List.of()), depth + 1));
    }

    private static void merge(List<String> segments, Map<String, List<Path>> bySegment, int depth) {
        List<Path> merged = segments.stream()
                .flatMap(text -> bySegment.getOrDefault(text, List.of()).stream())
                .toList();
        Set<TextForm> forms = merged.stream()
                .map(path -> Objects.requireNonNullElse(path.identifiers[depth], TextForm.PLAIN))
                .collect(Collectors.toSet());
        TextForm form = forms.size() == 1 ? forms.iterator().next() : TextForm.PLAIN;
        merged.forEach(path -> path.variable[depth] = form);
        if (!merged.isEmpty()) {
            split(merged, depth + 1);
        }
    }

    /** The largest set of words below which alike is answered. */
    private static Set<String> alike(List<String> words, Map<String, List<Path>> bySegment, int depth) {
        Map<String, Map<String, Set<String>>> answers = new LinkedHashMap<>();
        words.stream()
                .filter(word -> !word.isEmpty())
                .forEach(word -> answers.put(word, answers(bySegment.getOrDefault(word, List.of()), depth)));
        Set<String> largest = Set.of();
        for (Map<String, Set<String>> seed :
                answers.values().stream().limit(MOST_SEEDS).toList()) {
            Set<String> like = answers.keySet().stream()
                    .filter(word -> areAlike(seed, answers.getOrDefault(word, Map.of())))
                    .collect(Collectors.toSet());
            largest = like.size() > largest.size() ? like : largest;
        }
        return largest.size() < FEWEST_WORDS ? Set.of() : withUnanswered(largest, answers);
    }

    /** What was only ever refused belongs to those below which the same was asked. */
    private static Set<String> withUnanswered(Set<String> words, Map<String, Map<String, Set<String>>> answers) {
        Set<String> asked = words.stream()
                .flatMap(word -> answers.getOrDefault(word, Map.of()).keySet().stream())
                .collect(Collectors.toSet());
        Set<String> all = new HashSet<>(words);
        answers.forEach((word, known) -> {
            boolean refused = known.values().stream().allMatch(Set::isEmpty);
            if (refused && asked.containsAll(known.keySet())) {
                all.add(word);
            }
        });
        return all;
    }

    /** The names in what was answered, by what was asked. */
    private static Map<String, Set<String>> answers(List<Path> paths, int depth) {
        Map<String, Set<String>> answers = new HashMap<>();
        paths.forEach(path -> answers.computeIfAbsent(path.rest(depth), rest -> new HashSet<>())
                .addAll(path.names()));
        return answers;
    }

    private static boolean areAlike(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        return one.keySet().stream()
                .anyMatch(rest -> areAlike(one.getOrDefault(rest, Set.of()), other.getOrDefault(rest, Set.of())));
    }

    private static boolean areAlike(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return common.size() >= FEWEST_NAMES && common.size() >= ALIKE * all.size();
    }
}
