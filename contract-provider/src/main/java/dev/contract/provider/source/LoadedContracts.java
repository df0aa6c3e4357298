package dev.contract.provider.source;

import dev.contract.core.problem.Problem;
import java.util.List;

/**
 * What a source held.
 *
 * <p>Immutable.
 *
 * @param contracts in an order that does not change between runs
 * @param problems what was wrong with what could not be used, and what was tolerated
 */
public record LoadedContracts(List<LocatedContract> contracts, List<Problem> problems) {
    public LoadedContracts {
        contracts = List.copyOf(contracts);
        problems = List.copyOf(problems);
    }
}
