package dev.contract.provider.target;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * <p>Immutable.
 *
 * @param time from looking for a connection to the last byte of the body; positive
 * @param bodyBytes length of a response's body, decompressed; positive
 */
public record ExchangeLimits(Duration time, int bodyBytes) {
    /** Ten seconds and 64 MiB. */
    public static final ExchangeLimits DEFAULT = new ExchangeLimits(Duration.ofSeconds(10), 64 << 20);

    public ExchangeLimits {
        if (time.isNegative() || time.toMillis() == 0) {
            throw new IllegalArgumentException("the time limit of an exchange must be at least one millisecond");
        }
        if (bodyBytes <= 0) {
            throw new IllegalArgumentException("the size limit of a body must be positive");
        }
    }

    public ExchangeLimits withTime(Duration other) {
        return new ExchangeLimits(other, bodyBytes);
    }

    public ExchangeLimits withBodyBytes(int other) {
        return new ExchangeLimits(time, other);
    }
}
