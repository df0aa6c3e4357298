package dev.contract.compare.edit;

import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;

/** An interaction of which nobody can say without running anything whether a change would break it. */
public record Unjudged(Contract contract, Interaction interaction, String reason) {
    public String consumer() {
        return contract.consumer();
    }
}
