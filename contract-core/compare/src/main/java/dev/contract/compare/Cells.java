package dev.contract.compare;

import dev.contract.core.problem.Shortened;
import java.util.regex.Pattern;

/**
 * What was and what is, each on one line and about as wide as there is room: of what is longer, the part where the two begin to differ.
 *
 * <p>Immutable.
 */
public record Cells(String before, String after) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What is no longer than this too much is shown whole, for its length would have to be told behind what is shown. */
    private static final int SPARE = 16;

    /** Two texts at a width, in characters. */
    public static Cells of(String before, String after, int width) {
        String was = onOneLine(before);
        String is = onOneLine(after);
        int difference = 0;
        while (difference < Math.min(was.length(), is.length()) && was.charAt(difference) == is.charAt(difference)) {
            difference++;
        }
        return new Cells(cut(was, difference, width), cut(is, difference, width));
    }

    private static String onOneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }

    private static String cut(String text, int difference, int width) {
        if (text.length() <= width + SPARE) {
            return text;
        }
        return difference < width - SPARE ? Shortened.to(width, text) : Shortened.around(difference, width, text);
    }
}
