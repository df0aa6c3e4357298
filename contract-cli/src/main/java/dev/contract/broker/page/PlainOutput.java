package dev.contract.broker.page;

import gg.jte.TemplateOutput;

/**
 * Takes the text of a page, and shows as escapes what a reader would not see, or would see elsewhere: control characters, marks that turn
 * the direction of writing, halves of characters. No template has any of these, so they come from names and descriptions. One thread at a
 * time.
 */
final class PlainOutput implements TemplateOutput {
    private final StringBuilder html = new StringBuilder(16_384);

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int from, int to) {
        int plain = from;
        for (int at = from; at < to; at++) {
            if (isHidden(text, at)) {
                html.append(text, plain, at).append(escaped(text.charAt(at)));
                plain = at + 1;
            }
        }
        html.append(text, plain, to);
    }

    private static String escaped(char hidden) {
        return String.format("\\u%04x", (int) hidden);
    }

    private static boolean isHidden(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return c != '\n' && c != '\t' && c != '\r';
        }
        if (c < 0x7f) {
            return false;
        }
        return c < 0xa0 || isInvisible(c) || isHalf(text, at);
    }

    /** Marks of direction, joiners and other characters without a shape; and two that end lines in some places only. */
    private static boolean isInvisible(char c) {
        return c == '\u061c'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f')
                || c == '\ufeff'
                || (c >= '\ufff9' && c <= '\ufffb');
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
