package dev.contract.provider;

import org.jspecify.annotations.Nullable;

/**
 * How a plan is run. Immutable.
 *
 * @param lanes how many interactions are replayed at a time where states allow it
 * @param statesAreIndependent whether they allow it always
 * @param sharing whether one replay counts for all contracts that have the interaction
 * @param attempts how often an interaction is tried at most when the service gives no answer
 * @param rounds how often everything is replayed
 * @param shuffled whether the order follows from the seed, and not from the contracts
 * @param freshService starts the service anew, at the same address; null when nobody can
 */
record Manner(
        int lanes,
        boolean statesAreIndependent,
        boolean sharing,
        int attempts,
        int rounds,
        boolean shuffled,
        @Nullable Runnable freshService) {
    static final Manner USUAL = new Manner(16, false, true, 1, 1, false, null);

    Manner {
        atLeastOne("lane", lanes);
        atLeastOne("attempt", attempts);
        atLeastOne("round", rounds);
    }

    private static void atLeastOne(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one " + what + ", not " + count);
        }
    }

    Manner withLanes(int count) {
        return new Manner(count, statesAreIndependent, sharing, attempts, rounds, shuffled, freshService);
    }

    Manner withIndependentStates() {
        return new Manner(lanes, true, sharing, attempts, rounds, shuffled, freshService);
    }

    Manner withoutSharing() {
        return new Manner(lanes, statesAreIndependent, false, attempts, rounds, shuffled, freshService);
    }

    Manner withAttempts(int count) {
        return new Manner(lanes, statesAreIndependent, sharing, count, rounds, shuffled, freshService);
    }

    Manner withRounds(int count) {
        return new Manner(lanes, statesAreIndependent, sharing, attempts, count, shuffled, freshService);
    }

    Manner withShuffling() {
        return new Manner(lanes, statesAreIndependent, sharing, attempts, rounds, true, freshService);
    }

    Manner withFreshService(Runnable restart) {
        return new Manner(lanes, statesAreIndependent, sharing, attempts, rounds, shuffled, restart);
    }
}
