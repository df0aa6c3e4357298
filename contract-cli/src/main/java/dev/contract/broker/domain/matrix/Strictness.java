package dev.contract.broker.domain.matrix;

import java.util.Locale;

/** How many of the versions of a provider that are in an environment at once must have verified a consumer that goes there. */
public enum Strictness {
    /** Each of them. */
    STRICT,
    /** Any of them, as the Pact Broker decides: a live version that never saw the pact does not count. */
    COMPAT;

    /** The word of questions and settings: {@code strict} or {@code compat}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
