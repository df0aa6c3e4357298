package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** {@code statusCode}: a class of HTTP status codes, or a list of them. */
final class StatusCodeRule implements Rule {
    private record Codes(String what, IntPredicate accepted) {}

    private static final Codes SUCCESS = between("a Successful response", 200, 299);

    private static final Map<String, Codes> CLASSES = Map.of(
            "info", between("an Informational response", 100, 199),
            "success", SUCCESS,
            "redirect", between("a Redirect", 300, 399),
            "clientError", between("a Client error", 400, 499),
            "serverError", between("a Server error", 500, 599),
            "nonError", new Codes("a Non-error response (< 400)", code -> code < 400),
            "error", new Codes("an Error response (>= 400)", code -> code >= 400));

    private final Codes codes;

    private StatusCodeRule(Codes codes) {
        this.codes = codes;
    }

    /** The rule of a {@code status} attribute; null when it names nothing known. */
    static @Nullable StatusCodeRule of(@Nullable JsonValue status) {
        if (status == null) {
            return new StatusCodeRule(SUCCESS);
        }
        Codes codes = status instanceof JsonArray list ? oneOf(list) : CLASSES.get(nameOf(status));
        return codes == null ? null : new StatusCodeRule(codes);
    }

    private static String nameOf(JsonValue status) {
        return status instanceof JsonString string ? string.text() : "";
    }

    private static Codes oneOf(JsonArray list) {
        List<String> codes = list.stream().map(JsonValue::text).toList();
        return new Codes("one of [" + String.join(", ", codes) + "]", code -> codes.contains(Integer.toString(code)));
    }

    private static Codes between(String what, int first, int last) {
        return new Codes(what + " (" + first + "\u2013" + last + ")", code -> code >= first && code <= last);
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual instanceof JsonNumber number ? refusalOfText("", number.text()) : refused(Shown.value(actual));
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        boolean accept = actual.matches("\\d{1,5}") && codes.accepted().test(Integer.parseInt(actual));
        return accept ? null : refused(actual);
    }

    private String refused(String actual) {
        return "Expected status code " + actual + " to be " + codes.what();
    }
}
