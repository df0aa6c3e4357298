package dev.contract.broker.access;

import java.util.Optional;

/**
 * Who sent a request, as far as that matters.
 *
 * @param isUnguarded whether it does not: there is neither an account nor a token
 * @param caller empty for credentials that are nobody's
 */
record Sender(boolean isUnguarded, Optional<Caller> caller) {
    /** To a broker without accounts and tokens. */
    static final Sender ANYBODY = new Sender(true, Optional.of(Caller.NOBODY));
}
