package dev.contract.compare.inclusion;

import java.util.List;

/**
 * A place of a document for which inclusion was not proven.
 *
 * @param path {@code $.items[*].id}
 * @param inner what the one accepts here, in words
 * @param outer what the other accepts here, in words
 * @param reason why nobody can say, should no candidate be a witness
 * @param candidates whole documents that may be witnesses, the likeliest first
 */
record Difference<T>(String path, String inner, String outer, String reason, List<T> candidates) {
    Difference {
        candidates = List.copyOf(candidates);
    }

    /** Whether another says the same of its own place. */
    boolean saysTheSame(Difference<T> other) {
        return inner.equals(other.inner) && outer.equals(other.outer);
    }
}
