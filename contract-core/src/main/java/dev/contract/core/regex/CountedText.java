package dev.contract.core.regex;

/** A text that does not let a regular expression look at it for ever: {@code (a+)+b} on a long row of {@code a} would run for years. */
final class CountedText implements CharSequence {
    private static final long MOST_LOOKS = 1_000_000;
    private static final long LOOKS_PER_CHARACTER = 20;

    /** Thrown out of the engine; cheap, for nobody reads where it came from. */
    static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super("the regular expression looked at too many characters", null, false, false);
        }
    }

    private final String text;
    private long left;

    CountedText(String text) {
        this.text = text;
        this.left = MOST_LOOKS + LOOKS_PER_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
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
