package dev.contract.core.generating;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reads formats and writes moments with them: in English, as contracts cross borders. */
final class Moments {
    private Moments() {}

    static DateTimeFormatter format(Parameters parameters, String otherwise) throws CannotGenerate {
        String format = parameters.text("format", otherwise);
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw CannotGenerate.because(
                    "the format of the generator " + parameters.generator().type() + " cannot be read",
                    format,
                    "write it with the letters of java.time.format.DateTimeFormatter");
        }
    }

    /** How one kind of expression is read. */
    interface Reading {
        ZonedDateTime of(String expression, ZonedDateTime base) throws CannotGenerate;
    }

    /** The moment of an expression; of one that cannot be read, the base itself with the reason. */
    static JsonValue text(DateTimeFormatter format, String expression, Reading reading, ZonedDateTime base)
            throws CannotGenerate {
        ZonedDateTime moment;
        try {
            moment = reading.of(expression, base);
        } catch (CannotGenerate e) {
            throw e.instead(text(format, base));
        }
        return text(format, moment);
    }

    private static JsonValue text(DateTimeFormatter format, ZonedDateTime moment) throws CannotGenerate {
        try {
            return JsonString.of(format.format(moment));
        } catch (DateTimeException e) {
            throw CannotGenerate.because(
                    "the moment cannot be written in this format", moment.toString(), "use another format");
        }
    }
}
