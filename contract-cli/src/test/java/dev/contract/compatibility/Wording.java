package dev.contract.compatibility;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How the suite's quoted errors are meant. */
final class Wording {
    private Wording() {}

    /** Whether a text is the one that is expected, contains it, or matches it as a regular expression. */
    static boolean fits(String expected, String actual) {
        return actual.contains(expected) || matches(expected, actual);
    }

    private static boolean matches(String expected, String actual) {
        try {
            return Pattern.matches(expected, actual);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
