package dev.contract.core.problem;

import org.jspecify.annotations.Nullable;

/** A user's text as messages show it: in double quotes, {@linkplain Legible legible}, cut when it is long; null as {@code <null>}. */
public final class Quoted {
    private static final int LONGEST = 200;

    private Quoted() {}

    public static String text(@Nullable String text) {
        if (text == null) {
            return "<null>";
        }
        int end = end(text);
        StringBuilder quoted = new StringBuilder(end + 2).append('"');
        for (int i = 0; i < end; i++) {
            Legible.append(quoted, text.charAt(i));
        }
        if (end < text.length()) {
            quoted.append("… (").append(text.length()).append(" characters)");
        }
        return quoted.append('"').toString();
    }

    /** Not between the two halves of a character. */
    private static int end(String text) {
        if (text.length() <= LONGEST) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
