package dev.contract.consumer.resilience;

import dev.contract.core.problem.Facts;

/**
 * What a call did under a trouble, beside what was demanded of it. Immutable.
 *
 * @param should to follow "the call should"
 */
record Finding(Trouble trouble, String should, Outcome<?> outcome, boolean isFine) {
    AssertionError failure() {
        return outcome.failure(new Facts("CONTRACT-RESILIENCE  the call does not do what it should under " + trouble)
                .add("met", trouble.inWords())
                .add("should", should)
                .add("but", outcome.inWords())
                .add("mend", mend()));
    }

    /** What is to be done about it. */
    String mend() {
        return outcome instanceof Outcome.Hung
                ? trouble.whyLong()
                : "let the client do what it should, or say by expecting(…) that something else is right";
    }
}
