package dev.contract.core.json;

import dev.contract.core.problem.Location;
import dev.contract.core.problem.Quoted;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number, kept as the text it was written with: {@code 1} and {@code 1.0} are different numbers to a contract.
 *
 * <p>{@link #decimal()} costs; kinds and equal texts are told apart without it.
 */
public final class JsonNumber implements JsonValue {
    private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private final @Nullable Location location;

    JsonNumber(String text, @Nullable Location location) {
        this.text = Objects.requireNonNull(text, "text");
        this.location = location;
    }

    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value), null);
    }

    /**
     * A number written as Java writes it: {@code 1.0}, {@code 1.0E10}.
     *
     * @throws IllegalArgumentException if {@code value} is NaN or infinite: JSON has no such number
     */
    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        return new JsonNumber(Double.toString(value), null);
    }

    public static JsonNumber of(BigDecimal value) {
        return new JsonNumber(value.toString(), null);
    }

    /**
     * A number of exactly this text.
     *
     * @throws NumberFormatException if the text is not a number as JSON writes it: {@code +1}, {@code 1.} and {@code .5} are none
     */
    public static JsonNumber parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new NumberFormatException("not a JSON number: " + Quoted.text(text));
        }
        return new JsonNumber(text, null);
    }

    /** The number as it was written. */
    @Override
    public String text() {
        return text;
    }

    /** Whether the text has neither a fraction nor an exponent: {@code 100}, but not {@code 100.0} or {@code 1e2}. */
    public boolean isInteger() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The value, exactly, unless its exponent has ten digits or more: such a number is infinite or nothing to everybody, and counts as the
     * largest one or as zero. Beware of arithmetic: {@code 1e999999999} is a legal number.
     */
    public BigDecimal decimal() {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return beyondAllBounds();
        }
    }

    private BigDecimal beyondAllBounds() {
        if (text.contains("e-") || text.contains("E-")) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text.startsWith("-") ? "-1e2147483647" : "1e2147483647");
    }

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public @Nullable Location location() {
        return location;
    }

    @Override
    public JsonNumber at(Location place) {
        return new JsonNumber(text, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNumber that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
