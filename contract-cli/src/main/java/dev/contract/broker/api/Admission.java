package dev.contract.broker.api;

import dev.contract.core.http.Headers;
import java.util.Optional;

/** Who sent a request, as far as it matters here: whether it may have what it asks for, before anything else is said about it. */
public interface Admission {
    /** For callers in the same process. */
    Admission OF_ALL = new Admission() {
        @Override
        public Optional<Denial> denial(Demand demand) {
            return Optional.empty();
        }

        @Override
        public boolean permits(Demand demand) {
            return true;
        }

        @Override
        public Optional<Visitor> visitor() {
            return Optional.empty();
        }
    };

    /** Why not; empty when it may. */
    Optional<Denial> denial(Demand demand);

    /** Whether whoever may have what it asks for may have something else as well, of which the answer says more to those. */
    boolean permits(Demand demand);

    /** Who may log in; empty where there is neither an account nor a token. */
    Optional<Visitor> visitor();

    /**
     * The answer to who may not.
     *
     * @param status 401, 403 or 429
     * @param headers what the answer says besides: how to say who one is, or when to come back
     */
    record Denial(int status, String text, Headers headers) {}
}
