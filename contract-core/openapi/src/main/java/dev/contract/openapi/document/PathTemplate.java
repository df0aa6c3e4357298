package dev.contract.openapi.document;

import dev.contract.core.http.WirePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path with parameters: {@code /users/{id}}, {@code /reports/{year}-{month}.csv}. A parameter holds no slash and is not empty.
 *
 * <p>Immutable; ordered so that of several that match the first is the one that is meant: literal segments before those with parameters,
 * from the left.
 */
public final class PathTemplate implements Comparable<PathTemplate> {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");

    private final String text;
    private final List<Segment> segments;

    private PathTemplate(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    static PathTemplate parse(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            segments.add(Segment.parse(segment));
        }
        return new PathTemplate(text, List.copyOf(segments));
    }

    /** The names of the parameters, in their order. */
    public List<String> parameters() {
        return segments.stream().flatMap(segment -> segment.names().stream()).toList();
    }

    /** The values of the parameters in a path as it stands on the wire, decoded; empty when the path is another one. */
    public Optional<Map<String, String>> match(String path) {
        String[] actual = path.split("/", -1);
        if (actual.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < actual.length; i++) {
            if (!segments.get(i).match(WirePath.decoded(actual[i]), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** Paths that differ in the names of their parameters only have the same shape, and nobody could tell them apart. */
    String shape() {
        return PARAMETER.matcher(text).replaceAll("{}");
    }

    @Override
    public int compareTo(PathTemplate other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            int order = Integer.compare(
                    segments.get(i).openness(), other.segments.get(i).openness());
            if (order != 0) {
                return order;
            }
        }
        int length = Integer.compare(segments.size(), other.segments.size());
        return length != 0 ? length : text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As the document has it. */
    @Override
    public String toString() {
        return text;
    }

    /** What stands between two slashes: texts, and between each two of them a parameter; there is one text more than names. */
    private record Segment(List<String> texts, List<String> names) {
        static Segment parse(String segment) {
            List<String> texts = new ArrayList<>();
            List<String> names = new ArrayList<>();
            Matcher parameter = PARAMETER.matcher(segment);
            int end = 0;
            while (parameter.find()) {
                texts.add(segment.substring(end, parameter.start()));
                names.add(parameter.group(1));
                end = parameter.end();
            }
            texts.add(segment.substring(end));
            return new Segment(texts, names);
        }

        /** Each parameter takes as little as it can, but the last one, which takes the rest. */
        boolean match(String actual, Map<String, String> values) {
            if (names.isEmpty()) {
                return actual.equals(texts.get(0));
            }
            String last = texts.get(names.size());
            int end = actual.length() - last.length();
            if (!actual.startsWith(texts.get(0)) || !actual.endsWith(last)) {
                return false;
            }
            int at = texts.get(0).length();
            for (int i = 0; i < names.size(); i++) {
                boolean isLast = i == names.size() - 1;
                int next = isLast ? end : actual.indexOf(texts.get(i + 1), at + 1);
                if (next <= at || next > end) {
                    return false;
                }
                values.put(names.get(i), actual.substring(at, next));
                at = next + (isLast ? 0 : texts.get(i + 1).length());
            }
            return true;
        }

        /** 0 for a literal, 1 for a parameter among texts, 2 for nothing but parameters. */
        int openness() {
            if (names.isEmpty()) {
                return 0;
            }
            return texts.stream().collect(Collectors.joining()).isEmpty() ? 2 : 1;
        }
    }
}
