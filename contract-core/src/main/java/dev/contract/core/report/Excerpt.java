package dev.contract.core.report;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.problem.Quoted;
import dev.contract.core.problem.Shortened;

/** The part of a long text that tells most, on one line. */
final class Excerpt {
    private static final int LONGEST_SENTENCE = 200;
    private static final int LONGEST_VALUE = 60;

    /** How much of what is equal stands before the first difference. */
    private static final int LEAD = 20;

    private Excerpt() {}

    /** A mismatch's sentence; if that is long, the two values from shortly before they first differ. */
    static String sentence(Mismatch mismatch) {
        String message = oneLine(mismatch.message());
        if (message.length() <= LONGEST_SENTENCE) {
            return message;
        }
        String expected = mismatch.expected();
        String actual = mismatch.actual();
        if (expected == null || actual == null) {
            return Shortened.to(LONGEST_SENTENCE, message);
        }
        int from = Math.max(0, firstDifference(expected, actual) - LEAD);
        return "Expected " + from(expected, from) + " but was " + from(actual, from);
    }

    static String of(JsonValue value) {
        return Shortened.to(LONGEST_VALUE, value.toJson());
    }

    private static int firstDifference(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int i = 0;
        while (i < end && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private static String from(String text, int start) {
        String piece = text.substring(start, Math.min(text.length(), start + LONGEST_VALUE));
        String open = start > 0 ? "…" : "";
        String more = start + LONGEST_VALUE < text.length() ? "… (" + text.length() + " characters)" : "";
        return open + Quoted.text(piece) + more;
    }

    private static String oneLine(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        return text.replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
