package dev.contract.core.matching.rule;

import java.util.regex.Pattern;

/**
 * A regular expression that cannot hang its caller: {@code (a+)+b} on a long row of {@code a} would run for years.
 *
 * <p>Every character the engine looks at is counted, and it is stopped when it has looked at far more than a sane expression needs.
 * Short texts and expressions that cannot run away are spared the counting. Thread-safe.
 */
final class BoundedRegex {
    /** What came of it. */
    enum Verdict {
        MATCH,
        NO_MATCH,
        GAVE_UP
    }

    private static final long MOST_LOOKS = 1_000_000;
    private static final int SHORT = 128;

    /** A repeated group, or a reference to one: what it takes to run away on a short text. */
    private static final Pattern RISKY = Pattern.compile("\\)[*+?{]|\\\\[1-9k]");

    private static final Pattern UNBOUNDED = Pattern.compile("[*+]|,}");

    private final Pattern pattern;
    private final boolean tame;

    BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
        this.tame = !RISKY.matcher(pattern.pattern()).find()
                && UNBOUNDED.matcher(pattern.pattern()).results().limit(4).count() < 4;
    }

    Verdict judge(String text) {
        CharSequence input = tame && text.length() <= SHORT ? text : new Counted(text);
        try {
            return pattern.matcher(input).matches() ? Verdict.MATCH : Verdict.NO_MATCH;
        } catch (TooManyLooks | StackOverflowError e) {
            return Verdict.GAVE_UP;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super("the regular expression looked at too many characters", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS + 20L * text.length()) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
