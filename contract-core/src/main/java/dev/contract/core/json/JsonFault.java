package dev.contract.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parser complained of, in words for users: without its class names, settings and character codes. */
final class JsonFault {
    private static final String LIMITS =
            "make the document smaller or flatter: such limits protect everyone who reads it";

    private static final Pattern CODE = Pattern.compile(" \\(code \\d+\\)");
    private static final Pattern PLACE = Pattern.compile("\\[Source: [^\\]]*?line: (\\d+), column: (\\d+)\\]");
    private static final Pattern SETTING =
            Pattern.compile("(: enable `[^`]*` to allow| \\(not recognized as [^)]*\\))");

    private final JsonProcessingException fault;
    private final JsonLimits limits;

    JsonFault(JsonProcessingException fault, JsonLimits limits) {
        this.fault = fault;
        this.limits = limits;
    }

    /**
     * The problem at its place.
     *
     * @param token where the token starts that was being read: limits are found out without a place of their own
     */
    JsonSyntaxException at(String source, JsonLocation token) {
        boolean limited = fault instanceof StreamConstraintsException;
        return problem(
                source,
                limited || fault.getLocation() == null ? token : fault.getLocation(),
                limited ? limit(fault.getOriginalMessage()) : reason(fault.getOriginalMessage()),
                limited ? LIMITS : null);
    }

    private String reason(String message) {
        if (fault instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "the text ends before the JSON value is complete";
        }
        String plain = CODE.matcher(message).replaceAll("");
        plain = PLACE.matcher(plain).replaceAll("$1:$2");
        return SETTING.matcher(plain).replaceAll("");
    }

    private String limit(String message) {
        if (message.contains("nesting depth")) {
            return "arrays and objects inside each other, more than " + limits.depth() + " levels deep";
        }
        if (message.startsWith("String")) {
            return "a string longer than " + limits.stringLength() + " characters";
        }
        return message.startsWith("Number") ? "a number of too many digits" : "a name that is too long";
    }

    static JsonSyntaxException problem(
            String source, @Nullable JsonLocation at, String reason, @Nullable String advice) {
        Location place = at == null || at.getLineNr() < 1
                ? Location.of(source)
                : new Location(source, at.getLineNr(), Math.max(1, at.getColumnNr()));
        Problem problem =
                Problem.error("CONTRACT-JSON", "not readable as JSON").at(place).found(reason);
        return new JsonSyntaxException(
                advice == null ? problem : problem.mend(advice),
                place.line() == 0 ? reason : reason + " at " + place.line() + ":" + place.column());
    }
}
