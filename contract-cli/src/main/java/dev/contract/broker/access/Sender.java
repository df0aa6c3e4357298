package dev.contract.broker.access;

import java.util.Optional;

/**
 * Who sent a request, as far as that matters.
 *
 * @param isUnguarded whether it does not: there is neither an account nor a token
 * @param isInSession whether it was the cookie of a session that said so, which browsers send with whatever any page asks for
 * @param caller empty for credentials that are nobody's
 */
record Sender(boolean isUnguarded, boolean isInSession, Optional<Caller> caller) {
    /** To a broker without accounts and tokens. */
    static final Sender ANYBODY = new Sender(true, false, Optional.of(Caller.NOBODY));

    static Sender inSession(Caller caller) {
        return new Sender(false, true, Optional.of(caller));
    }

    static Sender of(Optional<Caller> caller) {
        return new Sender(false, false, caller);
    }
}
