package dev.contract.compare.usage;

import java.util.List;

/**
 * Who asks for an operation, and in which interactions.
 *
 * @param interactions their descriptions with their states, in the order of the contract
 */
public record Caller(String consumer, List<String> interactions) {
    public Caller {
        interactions = List.copyOf(interactions);
    }
}
