package dev.contract.provider.source;

import dev.contract.core.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source held.
 *
 * <p>Immutable.
 *
 * @param contracts in an order that does not change between runs
 * @param problems what was wrong with what could not be used, and what was tolerated
 * @param absence why there is no contract; null when there is one, or the source knows nothing more of it
 */
public record LoadedContracts(
        List<LocatedContract> contracts,
        List<Problem> problems,
        @Nullable Absence absence) {
    public LoadedContracts {
        contracts = List.copyOf(contracts);
        problems = List.copyOf(problems);
    }

    public LoadedContracts(List<LocatedContract> contracts, List<Problem> problems) {
        this(contracts, problems, null);
    }
}
