package dev.contract.compare;

import dev.contract.core.problem.Legible;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Text of others within Markdown: as it is where nothing in it could be syntax, a link, a mention or a formula, and else as code, in which
 * none of these is anything.
 */
public final class MarkdownText {
    private static final String HARMLESS = " ,.:;()/-=\"'{}+?!%^";

    /** Addresses become links and names between colons pictures, without any mark. */
    private static final Pattern ACTIVE =
            Pattern.compile("://|www\\.|:[A-Za-z+-][A-Za-z0-9_+-]*:", Pattern.CASE_INSENSITIVE);

    private MarkdownText() {}

    /** On one line, which it does not begin. */
    public static String of(String text) {
        String legible = Legible.text(text);
        return isHarmless(legible) ? legible : code(legible);
    }

    private static boolean isHarmless(String text) {
        boolean isText = IntStream.range(0, text.length()).allMatch(i -> isHarmless(text, i));
        return isText && !ACTIVE.matcher(text).find();
    }

    private static boolean isHarmless(String text, int i) {
        char c = text.charAt(i);
        return isOfWord(c) || HARMLESS.indexOf(c) >= 0 || (c == '_' && isWithinWord(text, i));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c > 0x7F;
    }

    /** There an underscore emphasises nothing. */
    private static boolean isWithinWord(String text, int i) {
        return i > 0 && i + 1 < text.length() && isOfWord(text.charAt(i - 1)) && isOfWord(text.charAt(i + 1));
    }

    /** Within more backticks than stand anywhere in it together. */
    private static String code(String text) {
        StringBuilder fence = new StringBuilder("`");
        while (text.contains(fence)) {
            fence.append('`');
        }
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + space + text + space + fence;
    }
}
