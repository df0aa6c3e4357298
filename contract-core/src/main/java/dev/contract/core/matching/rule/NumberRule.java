package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import java.math.BigInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code number}, {@code integer} and {@code decimal}: JSON numbers by the way they are written; a JSON string is never a number.
 *
 * <p>Where everything is text (path, query, headers) the text is read as one.
 */
class NumberRule implements Rule {
    /** {@code -9223372036854775808} and {@code 18446744073709551615} have as many characters. */
    private static final int LONGEST_OF_64_BITS = 20;

    private static final int SURE_OF_64_BITS = 18;

    static final NumberRule NUMBER = new NumberRule("a number", number -> true, RuleExpressions.NUMBER);

    static final NumberRule DECIMAL =
            new NumberRule("a decimal number", number -> number.text().indexOf('.') >= 0, RuleExpressions.DECIMAL);

    /**
     * Neither fraction nor exponent: {@code 100.0} is a decimal. In JSON it fits 64 bits, signed or unsigned: who agreed on an integer
     * would read another number from a larger one, or none.
     */
    static final NumberRule INTEGER = new NumberRule("an integer", JsonNumber::isInteger, RuleExpressions.INTEGER) {
        @Override
        public @Nullable String refusal(JsonValue expected, JsonValue actual) {
            String refusal = super.refusal(expected, actual);
            return refusal == null && !fits64Bits((JsonNumber) actual)
                    ? "Expected " + Shown.typed(actual) + " to be an integer of at most 64 bits"
                    : refusal;
        }
    };

    private final String what;
    private final Predicate<JsonNumber> accepted;
    private final Pattern text;

    private NumberRule(String what, Predicate<JsonNumber> accepted, String text) {
        this.what = what;
        this.accepted = accepted;
        this.text = Pattern.compile(text);
    }

    /** The length is looked at first: a number from outside may have a million digits. */
    private static boolean fits64Bits(JsonNumber integer) {
        int length = integer.text().length();
        if (length <= SURE_OF_64_BITS || length > LONGEST_OF_64_BITS) {
            return length <= SURE_OF_64_BITS;
        }
        BigInteger value = new BigInteger(integer.text());
        return value.bitLength() <= (value.signum() < 0 ? Long.SIZE - 1 : Long.SIZE);
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
