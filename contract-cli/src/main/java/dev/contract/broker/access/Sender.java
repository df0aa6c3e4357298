package dev.contract.broker.access;

import java.util.Optional;

/**
 * Who sent a request, as far as that matters.
 *
 * @param isUnguarded whether it does not: there is neither an account nor a token
 * @param session the secret in the cookie that said so, which browsers send with whatever any page asks for; empty where it was nothing so
 * @param caller empty for credentials that are nobody's
 */
record Sender(boolean isUnguarded, Optional<SessionSecret> session, Optional<Caller> caller) {
    /** To a broker without accounts and tokens. */
    static final Sender ANYBODY = new Sender(true, Optional.empty(), Optional.of(Caller.NOBODY));

    static Sender inSession(Caller caller, SessionSecret secret) {
        return new Sender(false, Optional.of(secret), Optional.of(caller));
    }

    static Sender of(Optional<Caller> caller) {
        return new Sender(false, Optional.empty(), caller);
    }

    boolean isInSession() {
        return session.isPresent();
    }
}
