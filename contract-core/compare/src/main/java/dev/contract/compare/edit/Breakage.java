package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.core.model.Interaction;
import java.util.List;

/**
 * An interaction that a change of the provider would break.
 *
 * @param differences each with its path, as a verification would tell it; without secrets
 */
public record Breakage(String consumer, Interaction interaction, Operation operation, List<String> differences) {
    public Breakage {
        differences = List.copyOf(differences);
    }
}
