package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code date}, {@code time} and {@code datetime}: the whole text is one in a format of {@link DateTimeFormatter}.
 *
 * <p>Inherited habits: {@code y} needs no era, and where a format has {@code Z} a literal {@code Z} is an offset, too.
 */
final class DateTimeRule implements Rule {
    private static final Pattern QUOTED_OR_LETTERS = Pattern.compile("'[^']*'|y+|Z{1,3}(?!Z)|Z+|G");

    /** The few formats that the contracts of an application share; what comes from outside must not make it grow without end. */
    private static final Map<String, List<DateTimeFormatter>> PARSED = new ConcurrentHashMap<>();

    private static final int MOST_PARSED = 256;
    private static final int LONGEST_KEPT = 1_000;

    private final String what;
    private final String shown;
    private final List<DateTimeFormatter> formats;

    /** @throws IllegalArgumentException if a format is none */
    private DateTimeRule(String what, String shown, List<String> formats) {
        this.what = what;
        this.shown = shown;
        this.formats =
                formats.stream().flatMap(format -> formatters(format).stream()).toList();
    }

    static DateTimeRule date(@Nullable String format) {
        return of("date", format, List.of("yyyy-MM-dd"));
    }

    static DateTimeRule time(@Nullable String format) {
        return of("time", format, List.of("HH:mm:ss"));
    }

    /** Without a format, both defaults of the established implementations are accepted. */
    static DateTimeRule datetime(@Nullable String format) {
        return of("datetime", format, List.of("yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ssZZZZZ"));
    }

    private static DateTimeRule of(String what, @Nullable String format, List<String> defaults) {
        List<String> formats = format == null ? defaults : List.of(format);
        return new DateTimeRule(what, formats.get(0), formats);
    }

    private static List<DateTimeFormatter> formatters(String format) {
        List<DateTimeFormatter> known = PARSED.get(format);
        if (known != null) {
            return known;
        }
        List<DateTimeFormatter> parsed = parsed(format);
        if (PARSED.size() < MOST_PARSED && format.length() <= LONGEST_KEPT) {
            PARSED.put(format, parsed);
        }
        return parsed;
    }

    private static List<DateTimeFormatter> parsed(String format) {
        List<DateTimeFormatter> formatters = new ArrayList<>();
        formatters.add(formatter(rewritten(format, false)));
        if (!rewritten(format, true).equals(rewritten(format, false))) {
            formatters.add(formatter(rewritten(format, true)));
        }
        return formatters;
    }

    private static DateTimeFormatter formatter(String format) {
        return DateTimeFormatter.ofPattern(format, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A strict reading needs {@code u}, the year that has no era; {@code XX} is {@code Z} that also knows the letter. */
    private static String rewritten(String format, boolean literalZ) {
        boolean era = QUOTED_OR_LETTERS.matcher(format).results().anyMatch(part -> part.group()
                .equals("G"));
        return QUOTED_OR_LETTERS.matcher(format).replaceAll(part -> {
            String letters = part.group();
            if (letters.startsWith("y") && !era) {
                return "u".repeat(letters.length());
            }
            boolean offset = letters.startsWith("Z") && letters.length() < 4;
            return offset && literalZ ? "XX" : Matcher.quoteReplacement(letters);
        });
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual.isContainer() ? refused(Shown.value(actual), null) : refusalOfText("", actual.text());
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        DateTimeParseException first = null;
        for (DateTimeFormatter format : formats) {
            try {
                format.parse(actual);
                return null;
            } catch (DateTimeParseException e) {
                first = first == null ? e : first;
            }
        }
        return refused(Shown.quoted(actual), first);
    }

    private String refused(String actual, @Nullable DateTimeParseException reason) {
        String refusal = "Expected " + actual + " to match a " + what + " pattern of '" + shown + "'";
        return reason == null ? refusal : refusal + ": " + reason(reason);
    }

    private static String reason(DateTimeParseException e) {
        int at = e.getErrorIndex();
        if (e.getCause() != null) {
            return String.valueOf(e.getCause().getMessage());
        }
        return at >= e.getParsedString().length()
                ? "the text ends too early"
                : "it differs from character " + (at + 1) + " on";
    }
}
