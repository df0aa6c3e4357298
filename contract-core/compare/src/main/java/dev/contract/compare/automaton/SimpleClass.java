package dev.contract.compare.automaton;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The classes that nearly all expressions have: characters, ranges and {@code \d}, {@code \w}, {@code \s}. They are read by hand, for
 * asking Java's engine about every character there is takes its time.
 */
final class SimpleClass {
    private static final String TRICKY = "[&^\\-";

    private final String text;
    private final BitSet characters = new BitSet();
    private int at;

    private SimpleClass(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * The class whose bracket opens at a place; null when it is not simple.
     *
     * @param caseless whether ASCII letters stand for those of the other case as well
     */
    static @Nullable CharClass read(String text, int at, boolean caseless) {
        return new SimpleClass(text, at + 1).read(caseless);
    }

    /** {@code \d}, {@code \w} or {@code \s}; null when the letter is another one. */
    static @Nullable CharClass predefined(char letter) {
        return switch (letter) {
            case 'd' -> CharClass.DIGITS;
            case 'w' -> CharClass.WORD;
            case 's' -> CharClass.BLANKS;
            default -> null;
        };
    }

    private @Nullable CharClass read(boolean caseless) {
        boolean negated = text.startsWith("^", at);
        at += negated ? 1 : 0;
        int start = at;
        while (at < text.length() && text.charAt(at) != ']') {
            if (!item(start)) {
                return null;
            }
        }
        if (at == start || at == text.length()) {
            return null;
        }
        if (caseless) {
            addOtherCases();
        }
        if (negated) {
            characters.flip(0, CharClass.LAST + 1);
        }
        return CharClass.of(characters);
    }

    private boolean item(int start) {
        CharClass predefined = text.charAt(at) == '\\' ? predefined(next()) : null;
        if (predefined != null) {
            add(predefined);
            at += 2;
            return !text.startsWith("-", at) || text.startsWith("-]", at);
        }
        int first = character(at == start);
        if (first < 0) {
            return false;
        }
        boolean range = text.startsWith("-", at) && !text.startsWith("-]", at);
        at += range ? 1 : 0;
        int last = range ? character(false) : first;
        if (last < first) {
            return false;
        }
        characters.set(first, last + 1);
        return true;
    }

    private void addOtherCases() {
        for (int upper = 'A'; upper <= 'Z'; upper++) {
            int lower = upper | 0x20;
            if (characters.get(upper) || characters.get(lower)) {
                characters.set(upper);
                characters.set(lower);
            }
        }
    }

    private void add(CharClass other) {
        int[] bounds = other.bounds();
        for (int i = 0; i < bounds.length; i += 2) {
            characters.set(bounds[i], bounds[i + 1] + 1);
        }
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    /** The character here; -1 when it is not simply one. */
    private int character(boolean first) {
        if (at >= text.length() || text.charAt(at) == ']') {
            return -1;
        }
        if (text.charAt(at) == '\\') {
            char escaped = next();
            at += 2;
            boolean itself = !Character.isLetterOrDigit(escaped) && !Character.isSurrogate(escaped) && escaped != '\0';
            return itself ? escaped : simpleEscape(escaped);
        }
        int c = text.codePointAt(at);
        boolean dash = c == '-' && (first || text.startsWith("-]", at));
        if (c < 0x80 && TRICKY.indexOf(c) >= 0 && !dash) {
            return -1;
        }
        at += Character.charCount(c);
        return c;
    }

    private static int simpleEscape(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> -1;
        };
    }
}
