package dev.contract.broker.store;

/** Names that hold a text, whatever the case of its letters. */
final class Part {
    private Part() {}

    /** What follows WHERE or AND; the text as {@link #pattern} is its one argument. */
    static String of(String column) {
        return "LOWER(" + column + ") LIKE LOWER(?) ESCAPE '!'";
    }

    /** The same of either of two columns; it takes the pattern twice. */
    static String ofEither(String one, String other) {
        return "(" + of(one) + " OR " + of(other) + ")";
    }

    static String pattern(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }
}
