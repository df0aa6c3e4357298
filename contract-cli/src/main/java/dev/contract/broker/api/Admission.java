package dev.contract.broker.api;

import java.util.List;
import java.util.Optional;

/** Decides whether a request may have what it asks for, before anything else is said about it. */
@FunctionalInterface
public interface Admission {
    /** For callers in the same process. */
    Admission OF_ALL = demand -> Optional.empty();

    /** Why not; empty when it may. */
    Optional<Denial> denial(Demand demand);

    /**
     * The answer to who may not.
     *
     * @param status 401 or 403
     * @param challenges values of {@code WWW-Authenticate}
     */
    record Denial(int status, String text, List<String> challenges) {}
}
