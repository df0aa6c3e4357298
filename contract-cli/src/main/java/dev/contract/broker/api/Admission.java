package dev.contract.broker.api;

import java.util.List;
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
        public Optional<Visitor> visitor() {
            return Optional.empty();
        }
    };

    /** Why not; empty when it may. */
    Optional<Denial> denial(Demand demand);

    /** Who may log in; empty where there is neither an account nor a token. */
    Optional<Visitor> visitor();

    /**
     * The answer to who may not.
     *
     * @param status 401, 403 or 429
     * @param challenges values of {@code WWW-Authenticate}
     */
    record Denial(int status, String text, List<String> challenges) {}
}
