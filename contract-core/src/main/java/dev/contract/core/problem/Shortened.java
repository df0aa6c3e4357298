package dev.contract.core.problem;

/** A user's text that messages show up to some length. */
public final class Shortened {
    private Shortened() {}

    /** As {@link #to}, but of a longer text the part around a position: {@code …,"id":7,… (3021 characters)}. */
    public static String around(int position, int longest, String text) {
        int start = Math.min(position - longest / 2, text.length() - longest);
        if (text.length() <= longest || start <= 0) {
            return to(longest, text);
        }
        int from = Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
        int end = start + longest;
        int to = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return "…" + text.substring(from, to) + (to < text.length() ? "…" : "") + " (" + text.length() + " characters)";
    }

    /** The text itself, or, if it is longer, its beginning and how long it is: {@code [1,2,3… (3021 characters)}. */
    public static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        // not between the two halves of a character
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
