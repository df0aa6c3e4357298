package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code number}, {@code integer} and {@code decimal}: JSON numbers by the way they are written; a JSON string is never a number.
 *
 * <p>Where everything is text (path, query, headers) the text is read as one.
 */
final class NumberRule implements Rule {
    private final String what;
    private final Predicate<JsonNumber> accepted;
    private final Pattern text;

    private NumberRule(String what, Predicate<JsonNumber> accepted, String text) {
        this.what = what;
        this.accepted = accepted;
        this.text = Pattern.compile(text);
    }

    static NumberRule number() {
        return new NumberRule("a number", number -> true, "-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    /** Neither fraction nor exponent: {@code 100.0} is a decimal. */
    static NumberRule integer() {
        return new NumberRule("an integer", JsonNumber::isInteger, "-?\\d+");
    }

    static NumberRule decimal() {
        return new NumberRule(
                "a decimal number", number -> number.text().indexOf('.') >= 0, "-?\\d+\\.\\d+([eE][+-]?\\d+)?");
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        boolean accept = actual instanceof JsonNumber number && accepted.test(number);
        return accept ? null : "Expected " + Shown.typed(actual) + " to be " + what;
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return text.matcher(actual).matches() ? null : "Expected " + Shown.quoted(actual) + " to be " + what;
    }
}
