package dev.contract.broker.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shape of a path: {@code /pacticipants/{pacticipant}/branches/{branch}}. */
final class Template {
    /** More exact shapes first: a word before a name, from left to right. */
    static final Comparator<Template> EXACT_FIRST = Comparator.comparing(Template::rank);

    /** What proxies decode: names that often hold a slash. */
    private static final Set<String> WITH_SLASHES = Set.of("branch", "tag");

    private final String text;
    private final List<String> parts;

    Template(String text) {
        this.text = text;
        this.parts = text.equals("/") ? List.of() : List.of(text.substring(1).split("/", -1));
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

    /** As {@link #match}, with branch and tag names that span several segments: some proxy decoded their slashes. */
    Optional<Map<String, String>> matchLoosely(List<String> segments) {
        Map<String, String> values = new LinkedHashMap<>();
        return segments.size() > parts.size() && loosely(0, segments, values) ? Optional.of(values) : Optional.empty();
    }

    private boolean loosely(int part, List<String> segments, Map<String, String> values) {
        if (part == parts.size()) {
            return segments.isEmpty();
        }
        String shape = parts.get(part);
        int longest = isName(shape) && WITH_SLASHES.contains(name(shape)) ? segments.size() : 1;
        for (int length = 1; length <= Math.min(longest, segments.size()); length++) {
            List<String> rest = segments.subList(length, segments.size());
            String joined = String.join("/", new ArrayList<>(segments.subList(0, length)));
            if (take(shape, joined, values) && loosely(part + 1, rest, values)) {
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
