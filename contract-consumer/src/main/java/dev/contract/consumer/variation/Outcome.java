package dev.contract.consumer.variation;

import org.jspecify.annotations.Nullable;

/**
 * What came of a test that was run again with other answers. Immutable.
 *
 * @param thrown null when it passed
 */
public record Outcome(Kind kind, @Nullable Throwable thrown) {
    /** How it ended. */
    public enum Kind {
        /** The consumer got along. */
        FINE,
        /** It failed in a way that may be the test's own: what the consumer would do is not known. */
        UNJUDGED,
        /** The consumer broke. */
        BROKEN
    }

    public static final Outcome FINE = new Outcome(Kind.FINE, null);

    /** Whether the test did not pass. */
    boolean failed() {
        return kind != Kind.FINE;
    }
}
