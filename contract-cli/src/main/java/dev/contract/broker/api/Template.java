package dev.contract.broker.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The shape of a path: {@code /pacticipants/{pacticipant}/branches/{branch}}. */
final class Template {
    /** More exact shapes first: a word before a name, from left to right. */
    static final Comparator<Template> EXACT_FIRST = Comparator.comparing(Template::rank);

    /** What proxies decode: names that often hold a slash. */
    private static final Set<String> WITH_SLASHES = Set.of("branch", "tag");

    /** How many of them a path may have in its names: somebody may ask for much, and every template looks at it. */
    private static final int MOST_SLASHES = 64;

    private final String text;
    private final List<String> parts;
    private final int lastLoose;

    Template(String text) {
        this.text = text;
        this.parts = text.equals("/") ? List.of() : List.of(text.substring(1).split("/", -1));
        this.lastLoose = lastLoose(parts);
    }

    private static int lastLoose(List<String> parts) {
        return IntStream.range(0, parts.size())
                .filter(part -> isLoose(parts.get(part)))
                .max()
                .orElse(-1);
    }

    private static boolean isLoose(String part) {
        return isName(part) && WITH_SLASHES.contains(name(part));
    }

    private String rank() {
        StringBuilder rank = new StringBuilder();
        parts.forEach(part -> rank.append(isName(part) ? '1' : '0'));
        return rank.toString();
    }

    private static boolean isName(String part) {
        return part.startsWith("{");
    }

    int size() {
        return parts.size();
    }

    /** The values of the names; empty when the path has another shape. */
    Optional<Map<String, String>> match(List<String> segments) {
        if (segments.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!take(parts.get(i), segments.get(i), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean take(String part, String segment, Map<String, String> values) {
        if (isName(part)) {
            values.put(name(part), segment);
            return true;
        }
        return part.equals(segment);
    }

    private static String name(String part) {
        return part.substring(1, part.length() - 1);
    }

    /**
     * As {@link #match}, with branch and tag names that span several segments: some proxy decoded their slashes. A path with more of them than
     * names have has another shape.
     */
    Optional<Map<String, String>> matchLoosely(List<String> segments) {
        int more = segments.size() - parts.size();
        if (lastLoose < 0 || more < 1 || more > MOST_SLASHES) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        return loosely(0, more, segments, values) ? Optional.of(values) : Optional.empty();
    }

    /**
     * Whether the rest of the parts fits the rest of the segments, of which there are so many more. All that is left falls to the last name that
     * may have slashes, and only a way that fits the words is joined.
     */
    private boolean loosely(int part, int more, List<String> segments, Map<String, String> values) {
        if (part == parts.size()) {
            return segments.isEmpty();
        }
        String shape = parts.get(part);
        int most = isLoose(shape) ? more : 0;
        int least = part == lastLoose ? most : 0;
        for (int extra = least; extra <= most; extra++) {
            List<String> rest = segments.subList(1 + extra, segments.size());
            if ((isName(shape) || shape.equals(segments.get(0))) && loosely(part + 1, more - extra, rest, values)) {
                take(shape, String.join("/", segments.subList(0, 1 + extra)), values);
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
