package dev.contract.draft;

import dev.contract.draft.infer.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Method and path of requests, the path as far as it was always the same.
 *
 * @param segments what stands between the slashes of the path
 */
record Route(String method, List<Segment> segments) {
    private static final String NO_SLASH = "[^/]+";

    /**
     * What stands between two slashes.
     *
     * @param text as it came; empty when it is variable
     * @param variable the form of what stands there
     */
    record Segment(String text, Optional<TextForm> variable) {

        String name() {
            return variable.map(form -> form == TextForm.DATE ? "{date}" : form == TextForm.PLAIN ? "{name}" : "{id}")
                    .orElse(text);
        }

        String regex() {
            return variable.map(form -> form == TextForm.PLAIN ? NO_SLASH : form.regex())
                    .orElseGet(() -> Expressions.literal(text));
        }
    }

    Route {
        segments = List.copyOf(segments);
    }

    /** {@code GET /users/{id}}. */
    @Override
    public String toString() {
        return method + " " + segments.stream().map(Segment::name).collect(Collectors.joining("/"));
    }

    /** What the whole of each such path matches; empty when there is only one path. */
    Optional<String> regex() {
        return segments.stream().allMatch(segment -> segment.variable().isEmpty())
                ? Optional.empty()
                : Optional.of(segments.stream().map(Segment::regex).collect(Collectors.joining("/")));
    }
}
