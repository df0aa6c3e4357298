package dev.contract.core.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the values of a header are those expected, as far as no rules apply to them. */
enum HeaderComparison {
    /** Media types, whose parameters may come in any order, and with others. */
    MEDIA_TYPES {
        @Override
        boolean same(List<String> expected, List<String> actual) {
            return MediaTypeValue.same(expected, actual);
        }

        @Override
        Integer hash(List<String> values) {
            int hash = 1;
            for (String value : values) {
                hash = 31 * hash + MediaTypeValue.of(value).type().hashCode();
            }
            return hash;
        }
    },

    /** Every expected cookie must be there; others may. */
    COOKIES {
        @Override
        boolean same(List<String> expected, List<String> actual) {
            return cookies(actual).containsAll(cookies(expected));
        }

        @Override
        @Nullable
        Integer hash(List<String> values) {
            return null;
        }
    },

    /** Exactly equal but for blanks around commas; whether on one line or several does not count. */
    TEXT {
        @Override
        boolean same(List<String> expected, List<String> actual) {
            return expected.equals(actual) || joined(expected).equals(joined(actual));
        }

        @Override
        Integer hash(List<String> values) {
            return joined(values).hashCode();
        }
    };

    private static final Pattern AROUND_COMMA = Pattern.compile("\\s*,\\s*");

    /** How headers of a name are compared. */
    static HeaderComparison of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "accept", "content-type" -> MEDIA_TYPES;
            case "cookie" -> COOKIES;
            default -> TEXT;
        };
    }

    abstract boolean same(List<String> expected, List<String> actual);

    /** A number that values have in common with all that are the same; null when these have nothing in common. */
    abstract @Nullable Integer hash(List<String> values);

    private static String joined(List<String> values) {
        String joined = String.join(",", values);
        return joined.indexOf(',') < 0 ? joined : AROUND_COMMA.matcher(joined).replaceAll(",");
    }

    private static List<String> cookies(List<String> values) {
        return Arrays.stream(String.join(";", values).split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }
}
