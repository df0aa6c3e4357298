package dev.contract.provider.report;

/** Texts of contracts, services and brokers as reports may hold them: nothing in them steers whatever shows the report. */
final class SafeText {
    private SafeText() {}

    /** Without control characters and without marks that turn the direction of writing: they become replacement characters. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHarmless(c) ? c : '\uFFFD'));
        return plain.toString();
    }

    /** The same on one line. */
    static String line(String text) {
        return plain(text).replace('\n', '\uFFFD').replace('\t', '\uFFFD');
    }

    /** Plain, as text of XML or HTML, or as the value of an attribute in double quotes. */
    static String markup(String text) {
        return plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static boolean isHarmless(int c) {
        return c == '\t'
                || c == '\n'
                || !(isControl(c) || isSurrogate(c) || turnsDirection(c) || c == 0xFFFE || c == 0xFFFF);
    }

    private static boolean isControl(int c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    }

    private static boolean isSurrogate(int c) {
        return c >= 0xD800 && c < 0xE000;
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
