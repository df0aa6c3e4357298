package dev.contract.compare.automaton;

import java.util.function.IntConsumer;

/** Characters that are written with a backslash. */
final class EscapedCharacter {
    private EscapedCharacter() {}

    /**
     * The character that is written at a place.
     *
     * @param at of the backslash
     * @param end takes the place behind it
     */
    static int read(String text, int at, IntConsumer end) throws NotRegularException {
        char c = text.charAt(at + 1);
        int next = at + 2;
        return switch (c) {
            case 't' -> ended('\t', next, end);
            case 'n' -> ended('\n', next, end);
            case 'r' -> ended('\r', next, end);
            case 'f' -> ended('\f', next, end);
            case 'a' -> ended(0x07, next, end);
            case 'e' -> ended(0x1B, next, end);
            case 'u' -> utf16(text, next, end);
            case 'x' -> hexadecimal(text, next, end);
            default -> itself(text, at + 1, end);
        };
    }

    private static int itself(String text, int at, IntConsumer end) throws NotRegularException {
        int c = text.codePointAt(at);
        if (c < 0x80 && Character.isLetterOrDigit(c)) {
            throw new NotRegularException("\\" + (char) c + " in it is not understood");
        }
        return ended(c, at + Character.charCount(c), end);
    }

    private static int ended(int character, int next, IntConsumer end) {
        end.accept(next);
        return character;
    }

    /** Two in a row may be one character. */
    private static int utf16(String text, int at, IntConsumer end) throws NotRegularException {
        int first = number(text, at, at + 4);
        if (Character.isHighSurrogate((char) first) && text.startsWith("\\u", at + 4)) {
            int second = number(text, at + 6, at + 10);
            if (Character.isLowSurrogate((char) second)) {
                return ended(Character.toCodePoint((char) first, (char) second), at + 10, end);
            }
        }
        if (Character.isSurrogate((char) first)) {
            throw new NotRegularException("it has half a character");
        }
        return ended(first, at + 4, end);
    }

    private static int hexadecimal(String text, int at, IntConsumer end) throws NotRegularException {
        if (!text.startsWith("{", at)) {
            return ended(number(text, at, at + 2), at + 2, end);
        }
        int close = text.indexOf('}', at);
        return ended(number(text, at + 1, close), close + 1, end);
    }

    private static int number(String text, int from, int to) throws NotRegularException {
        try {
            return Integer.parseInt(text.substring(from, to), 16);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new NotRegularException("an escape in it is not understood");
        }
    }
}
