package dev.contract.broker.api;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;

/** A small picture of two words, what is judged and the verdict, drawn here: nobody else needs to be asked for it. */
record Badge(String label, String text, Colour colour) {
    private static final String TYPE = "image/svg+xml;charset=utf-8";
    private static final int LONGEST = 120;
    private static final int HEIGHT = 20;
    private static final int MARGIN = 6;

    /** What the verdict is drawn in; white letters are read well on all of them. */
    enum Colour {
        GREEN("#2e7d32"),
        RED("#c62828"),
        AMBER("#8a5a00"),
        GREY("#5f6368");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    Badge {
        label = drawable(label);
        text = drawable(text);
    }

    /** Cut where it is long; XML has no way to write some characters. */
    private static String drawable(String text) {
        String shown = text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…"
                : text;
        return shown.codePoints()
                .map(each -> Character.isISOControl(each) || isNoXml(each) ? '\uFFFD' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isNoXml(int character) {
        return (character >= 0xD800 && character <= 0xDFFF) || character == 0xFFFE || character == 0xFFFF;
    }

    HttpResponse answer(String cacheControl) {
        return new HttpResponse(
                200,
                Headers.of("Content-Type", TYPE).with("Cache-Control", cacheControl),
                Body.text(svg(), ContentType.of(TYPE)));
    }

    String svg() {
        int left = width(label);
        int right = width(text);
        String name = escaped(label + ": " + text);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" role="img" aria-label="%s">
                <title>%s</title>
                <clipPath id="r"><rect width="%d" height="%d" rx="3"/></clipPath>
                <g clip-path="url(#r)"><rect width="%d" height="%d" fill="#3c4043"/><rect x="%d" width="%d" height="%d" fill="%s"/></g>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                %s
                %s
                </g>
                </svg>
                """.formatted(
                        left + right,
                        HEIGHT,
                        name,
                        name,
                        left + right,
                        HEIGHT,
                        left,
                        HEIGHT,
                        left,
                        right,
                        HEIGHT,
                        colour.code,
                        word(0, left, label),
                        word(left, right, text));
    }

    /** The length is given, so that a word fits whatever letters the reader has. */
    private static String word(int from, int width, String word) {
        return "<text x=\"" + (from + MARGIN) + "\" y=\"14\" textLength=\"" + (width - 2 * MARGIN)
                + "\" lengthAdjust=\"spacingAndGlyphs\">" + escaped(word) + "</text>";
    }

    private static int width(String word) {
        return 2 * MARGIN
                + (int) Math.ceil(word.codePoints().mapToDouble(Badge::width).sum());
    }

    /** Roughly what Verdana needs at 11 pixels. */
    private static double width(int letter) {
        if ("iljtfrI.,:;|!'()[]/ ".indexOf(letter) >= 0) {
            return 4.3;
        }
        if ("mwMW@%".indexOf(letter) >= 0 || letter > 0x2E80) {
            return 11;
        }
        return Character.isUpperCase(letter) ? 7.9 : 7;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
