package dev.contract.core.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other languages write and Java does not read, in Java's words: braces that are text, groups named as Python names them, names
 * with underscores. Only for expressions that Java has refused: what it reads as it stands keeps its meaning.
 */
final class JavaSyntax {
    /**
     * The pieces that look special. Those that stay come first, so that nothing is changed that is escaped, quoted or in a character
     * class. {@code {,3}} stays as well, and with it the refusal: some mean a repetition by it, others a text.
     */
    private static final Pattern PIECE = Pattern.compile("""
              \\\\Q .*? (?: \\\\E | \\z )
            | \\[ \\^? \\]? [^\\]\\\\]*+ (?: \\\\. [^\\]\\\\]*+ )*+ (?: \\] | \\z )
            | \\\\[pPxN] \\{ [^}]{0,50} \\}
            | \\{ \\d+ (?: , \\d* )? \\}
            | \\{ , \\d+ \\}
            | \\(\\?P?< (?<group> [A-Za-z]\\w* ) >
            | (?: \\(\\?P= (?<same> [A-Za-z]\\w* ) \\) | \\\\k< (?<again> [A-Za-z]\\w* ) > )
            | (?<brace> \\{ )
            | \\\\.
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private JavaSyntax() {}

    /** {@code /users/{id}} has its brace escaped; {@code (?P<user_id>\d+)} becomes a group as Java names it. */
    static String of(String foreign) {
        Matcher piece = PIECE.matcher(foreign);
        StringBuilder java = new StringBuilder();
        while (piece.find()) {
            piece.appendReplacement(java, Matcher.quoteReplacement(translated(piece)));
        }
        return piece.appendTail(java).toString();
    }

    private static String translated(Matcher piece) {
        if (piece.group("brace") != null) {
            return "\\{";
        }
        if (piece.group("group") != null) {
            return "(?<" + name(piece.group("group")) + ">";
        }
        String same = piece.group("same") != null ? piece.group("same") : piece.group("again");
        return same != null ? "\\k<" + name(same) + ">" : piece.group();
    }

    /** Should two names become one by it, Java refuses the second. */
    private static String name(String foreign) {
        return foreign.replace("_", "U");
    }
}
