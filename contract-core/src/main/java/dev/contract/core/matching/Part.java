package dev.contract.core.matching;

import java.util.List;

/** The compiled expectation of one part of an exchange. */
interface Part<T> {
    /** Adds what differs in the actual exchange. */
    void match(T actual, List<Mismatch> mismatches);
}
