package dev.contract.provider;

/**
 * How a plan is run. Immutable.
 *
 * @param lanes how many interactions are replayed at a time where states allow it
 * @param statesAreIndependent whether they allow it always
 * @param sharing whether one replay counts for all contracts that have the interaction
 */
record Manner(int lanes, boolean statesAreIndependent, boolean sharing) {
    static final Manner USUAL = new Manner(16, false, true);

    Manner withLanes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one lane, not " + count);
        }
        return new Manner(count, statesAreIndependent, sharing);
    }

    Manner withIndependentStates() {
        return new Manner(lanes, true, sharing);
    }

    Manner withoutSharing() {
        return new Manner(lanes, statesAreIndependent, false);
    }
}
