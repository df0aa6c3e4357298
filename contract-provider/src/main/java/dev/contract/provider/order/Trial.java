package dev.contract.provider.order;

import java.util.List;

/** Replays interactions for the search. One thread at a time. */
public interface Trial {
    /** Replays these one after another, and tells whether the last of them passed. */
    boolean passes(List<Integer> order);

    /** Whether each trial finds the service as it was at its start; otherwise it finds what all trials before it have left. */
    boolean startsAnew();
}
