package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code regex} that says how small or large a number may be: judged as a number, so that {@code 1E-7} is what it is. Other tools read
 * the expression beside it.
 */
final class BoundRule implements Rule {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?0*\\d{1,9})?");

    /** Zero is zero with any exponent. */
    private static final Pattern ZERO = Pattern.compile("-?0+(\\.0+)?[eE][+-]?\\d+");

    /** JSON is read with numbers of up to a thousand digits; signs, a point and the letter of an exponent come on top. */
    private static final int LONGEST = 1_010;

    private final BigDecimal bound;
    private final boolean lower;

    /** @param lower whether the bound is the smallest that is accepted, rather than the largest */
    BoundRule(BigDecimal bound, boolean lower) {
        this.bound = bound;
        this.lower = lower;
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return !actual.isContainer() && isWithin(actual.text()) ? null : refused(Shown.value(actual));
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return isWithin(actual) ? null : refused(Shown.quoted(actual));
    }

    private boolean isWithin(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        if (NUMBER.matcher(text).matches()) {
            return isWithin(new BigDecimal(text));
        }
        return ZERO.matcher(text).matches() && isWithin(BigDecimal.ZERO);
    }

    private boolean isWithin(BigDecimal number) {
        int compared = number.compareTo(bound);
        return lower ? compared >= 0 : compared <= 0;
    }

    private String refused(String actual) {
        return "Expected " + actual + " to be " + (lower ? "at least " : "at most ") + shown();
    }

    /** Written out, but for one of a thousand digits or a billion. */
    private String shown() {
        return Math.abs((long) bound.scale()) < LONGEST ? bound.toPlainString() : bound.toString();
    }
}
