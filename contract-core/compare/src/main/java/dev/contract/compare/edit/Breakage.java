package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import java.util.List;

/**
 * An interaction that a change of the provider would break.
 *
 * @param contract that it is one of; of a consumer several versions may be asked about
 */
public record Breakage(Contract contract, Interaction interaction, Operation operation, List<Difference> differences) {
    public Breakage {
        differences = List.copyOf(differences);
    }

    public String consumer() {
        return contract.consumer();
    }
}
