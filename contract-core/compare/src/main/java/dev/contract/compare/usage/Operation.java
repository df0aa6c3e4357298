package dev.contract.compare.usage;

import dev.contract.core.problem.Quoted;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a provider can be asked for: a method on a path, or a message that it sends.
 *
 * <p>Immutable; paths come before messages, in the order of their texts.
 *
 * @param method in upper case; {@code ""} for a message
 * @param path with its parameters in braces, {@code /users/{id}}; the description of a message
 */
public record Operation(String method, String path) implements Comparable<Operation> {
    private static final Comparator<Operation> ORDER = Comparator.comparing(Operation::isMessage)
            .thenComparing(Operation::path)
            .thenComparing(Operation::method);

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern VERSION = Pattern.compile("[vV]\\d+(\\.\\d+)*");

    /** One that an OpenAPI document has. */
    public static Operation of(dev.contract.openapi.document.Operation documented) {
        return new Operation(documented.method(), documented.path().toString());
    }

    static Operation message(String description) {
        return new Operation("", description);
    }

    public boolean isMessage() {
        return method.isEmpty();
    }

    /** Whether the other is the same, whatever its parameters are called. */
    public boolean isSame(Operation other) {
        return shape().equals(other.shape());
    }

    /** Whether this has parameters, each of them a segment or within one, and the other's path could be one of those that it stands for. */
    public boolean fits(Operation other) {
        if (isMessage() || path.indexOf('{') < 0 || other.path.indexOf('{') >= 0 || !method.equals(other.method)) {
            return false;
        }
        List<String> open = List.of(path.split("/", -1));
        List<String> steps = List.of(other.path.split("/", -1));
        return open.size() == steps.size()
                && IntStream.range(0, open.size()).allMatch(i -> fits(open.get(i), steps.get(i)));
    }

    private static boolean fits(String open, String segment) {
        int from = open.indexOf('{');
        int to = open.lastIndexOf('}');
        boolean isOpen = from >= 0 && to > from;
        return !isOpen
                ? open.equals(segment)
                : segment.length() > from + open.length() - to - 1
                        && segment.startsWith(open.substring(0, from))
                        && segment.endsWith(open.substring(to + 1));
    }

    Operation shape() {
        return isMessage() ? this : new Operation(method, PathTemplates.shape(path));
    }

    /** What it looks like where segments with digits are data, as in {@code /users/7}; a version, {@code /v2}, is none. */
    Operation likeness() {
        return isMessage()
                ? this
                : new Operation(
                        method,
                        Stream.of(shape().path().split("/", -1))
                                .map(Operation::likeness)
                                .collect(Collectors.joining("/")));
    }

    private static String likeness(String segment) {
        return DIGIT.matcher(segment).find() && !VERSION.matcher(segment).matches() ? "{}" : segment;
    }

    @Override
    public int compareTo(Operation other) {
        return ORDER.compare(this, other);
    }

    /** {@code GET /users/{id}}, or {@code message "user created"}. */
    @Override
    public String toString() {
        return isMessage() ? "message " + Quoted.text(path) : method + " " + path;
    }
}
