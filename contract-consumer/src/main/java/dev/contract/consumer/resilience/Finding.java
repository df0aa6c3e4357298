package dev.contract.consumer.resilience;

import dev.contract.core.problem.Facts;

/**
 * What a call did under a trouble, beside what was demanded of it. Immutable.
 *
 * @param should to follow "the call should"
 */
record Finding(Trouble trouble, String should, Outcome<?> outcome, boolean isFine) {
    AssertionError failure() {
        String text = new Facts("CONTRACT-RESILIENCE  the call does not do what it should under " + trouble)
                .add("met", trouble.inWords())
                .add("should", should)
                .add("but", outcome.inWords())
                .toString();
        return outcome instanceof Outcome.Threw<?> threw
                ? new AssertionError(text, threw.thrown())
                : new AssertionError(text);
    }
}
