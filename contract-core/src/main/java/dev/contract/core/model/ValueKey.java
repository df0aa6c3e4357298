package dev.contract.core.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule or generator of headers or query parameters stands under. Some writers number the values of a name: {@code id[0]} is the
 * first value of {@code id}, {@code id[*]} each of them. Some make paths of names: {@code $.id}, {@code $['user id'][0]}. Immutable.
 *
 * @param index a position from 0 in digits, or a star; null when the name as a whole is meant
 */
public record ValueKey(String name, @Nullable String index) {
    public static final String EACH = "*";

    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\$\\.|\\$(?=\\['))?(.+?)(?:\\[(\\d{1,9}|\\*)])?", Pattern.DOTALL);

    /** The key as it is written; one that follows no habit is a name. */
    public static ValueKey parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches() ? new ValueKey(unquoted(parts.group(1)), parts.group(2)) : new ValueKey(written, null);
    }

    /** A name with signs in it, {@code ['user id']}. */
    private static String unquoted(String name) {
        boolean quoted = name.length() > 4 && name.startsWith("['") && name.endsWith("']");
        return quoted ? name.substring(2, name.length() - 2) : name;
    }
}
