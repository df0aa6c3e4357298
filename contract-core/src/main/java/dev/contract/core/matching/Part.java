package dev.contract.core.matching;

import java.util.List;
import java.util.function.Consumer;

/** The compiled expectation of one part of an exchange. */
interface Part<T> {
    /** Adds what differs in the actual exchange. */
    void match(T actual, List<Mismatch> mismatches);

    /** Adds what every request has that is accepted. */
    default void pin(Consumer<Pin> pins) {}
}
