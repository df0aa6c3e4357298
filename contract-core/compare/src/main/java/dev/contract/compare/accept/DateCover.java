package dev.contract.compare.accept;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expressions for texts that a date format may accept, and perhaps for others: letters of the format become digits where they surely are,
 * and anything elsewhere.
 */
final class DateCover {
    private static final String OFFSET = "(?:Z|[+-]\\d{2}(?::?\\d{2}){0,2})";
    private static final String NUMBERS = "MdHhkKms";

    private DateCover() {}

    /** @param format null for the defaults of the rule */
    static String of(@Nullable String format) {
        if (format == null || format.contains("''") || format.indexOf('[') >= 0 || format.indexOf('p') >= 0) {
            return TextMeaning.ANYTHING;
        }
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < format.length(); ) {
            char c = format.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = format.indexOf('\'', end);
                if (end < 0) {
                    return TextMeaning.ANYTHING;
                }
                String quoted = format.substring(at + 1, end++);
                regex.append(Pattern.quote(quoted.isEmpty() ? "'" : quoted));
            } else {
                while (end < format.length() && format.charAt(end) == c) {
                    end++;
                }
                regex.append(of(c, end - at));
            }
            at = end;
        }
        return regex.toString();
    }

    private static String of(char letter, int count) {
        if (!Character.isLetter(letter)) {
            return Pattern.quote(String.valueOf(letter).repeat(count));
        }
        if (NUMBERS.indexOf(letter) >= 0 && count <= 2) {
            return count == 1 ? "-?\\d{1,19}" : "\\d{2}";
        }
        return switch (letter) {
            case 'y', 'u' -> "[+-]?\\d{1,19}";
            case 'S' -> "\\d{" + count + "}";
            case 'X', 'x' -> OFFSET;
            default -> TextMeaning.ANYTHING;
        };
    }
}
