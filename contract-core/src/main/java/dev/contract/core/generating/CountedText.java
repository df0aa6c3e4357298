package dev.contract.core.generating;

/** A text that does not let a regular expression look at it for ever: {@code (a+)+b} on a long row of {@code a} would run for years. */
final class CountedText implements CharSequence {
    private static final long MOST_LOOKS = 5_000_000;

    private final String text;
    private long looks;

    CountedText(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalStateException when far more characters were looked at than a sane expression needs
     */
    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new IllegalStateException("the regular expression looked at too many characters");
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
