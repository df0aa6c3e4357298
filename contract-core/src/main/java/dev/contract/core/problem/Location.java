package dev.contract.core.problem;

/**
 * A place in a text: the name of its source and, where they are known, line and column.
 *
 * <p>Immutable.
 *
 * @param source what the user calls the text: a file as it was given, a URL, {@code <inline>}
 * @param line counted from 1; 0 when unknown
 * @param column counted from 1, in characters; 0 when unknown
 */
public record Location(String source, int line, int column) {

    /** The whole of a source. */
    public static Location of(String source) {
        return new Location(source, 0, 0);
    }

    /** {@code contracts/web-users.json:37:9}, as far as it is known. */
    @Override
    public String toString() {
        return source + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    }
}
