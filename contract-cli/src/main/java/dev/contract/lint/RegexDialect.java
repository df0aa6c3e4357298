package dev.contract.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an expression uses that engines such as RE2 and Rust's regex do without. */
final class RegexDialect {
    /** The pieces that look special; what is escaped or stands in a character class comes first, and is passed over. */
    private static final Pattern PIECE = Pattern.compile("""
              (?<reference> \\\\[1-9] | \\\\k[<{'] )
            | (?<quoting> \\\\Q )
            | (?<own> \\\\[RGZX] )
            | \\\\.
            | \\[ \\^? \\]? (?: [^\\]\\\\] | \\\\. )* \\]
            | (?<around> \\(\\?<?[=!] )
            | (?<atomic> \\(\\?> )
            | (?<possessive> [*+?}]\\+ )
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private RegexDialect() {}

    /** The first of it, in words; empty when every engine can run the expression. */
    static Optional<String> special(String source) {
        Matcher piece = PIECE.matcher(source);
        while (piece.find()) {
            String words = words(piece);
            if (words != null) {
                return Optional.of(words + " " + piece.group());
            }
        }
        return Optional.empty();
    }

    private static @Nullable String words(Matcher piece) {
        if (piece.group("reference") != null) {
            return "the back reference";
        }
        if (piece.group("quoting") != null || piece.group("own") != null) {
            return "Java's own";
        }
        if (piece.group("around") != null) {
            return "the look-around";
        }
        return piece.group("atomic") != null || piece.group("possessive") != null ? "the possessive" : null;
    }
}
