package dev.contract.core.problem;

/** A user's text that messages show up to some length. */
public final class Shortened {
    private Shortened() {}

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
