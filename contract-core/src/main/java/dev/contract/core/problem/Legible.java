package dev.contract.core.problem;

/**
 * A user's text within a line of ours: whatever could end the line, steer a terminal or turn the order of letters around is escaped, as in
 * JSON. So no name can make a report say what it does not.
 */
public final class Legible {
    private Legible() {}

    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder legible = new StringBuilder(text.length() + 10);
        text.chars().forEach(c -> append(legible, (char) c));
        return legible.toString();
    }

    static void append(StringBuilder text, char c) {
        switch (c) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (isHidden(c)) {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }

    /** Controls, line ends, and the marks of Unicode that turn the order of letters around; all of them are single characters of Java. */
    private static boolean isHidden(int c) {
        return Character.isISOControl(c)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
