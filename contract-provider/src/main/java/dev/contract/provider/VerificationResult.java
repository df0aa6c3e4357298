package dev.contract.provider;

import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a verification.
 *
 * <p>Immutable; the same contracts and the same answers give equal reports, whatever the timing.
 *
 * @param provider whose contracts were verified
 * @param contracts in the order of the sources
 * @param warnings of the whole run: states without a handler that were ignored, what was tolerated in contract files
 */
public record VerificationResult(String provider, List<ContractResult> contracts, List<Problem> warnings) {
    public VerificationResult {
        contracts = List.copyOf(contracts);
        warnings = List.copyOf(warnings);
    }

    /** Whether every interaction passed that is not pending. */
    public boolean success() {
        return contracts.stream().allMatch(ContractResult::success);
    }

    /** Whether any contract was verified at all: false when the provider gave no contract an answer to judge. */
    public boolean answered() {
        return contracts.isEmpty() || contracts.stream().anyMatch(ContractResult::answered);
    }

    /** All interactions that were replayed, in the order of the contracts. */
    public Stream<InteractionResult> interactions() {
        return contracts.stream().flatMap(contract -> contract.interactions().stream());
    }

    /**
     * For tests without dynamic ones.
     *
     * @throws ContractBroken with the reports of all failures, if there is any
     */
    public void orThrow() {
        if (!success()) {
            throw new ContractBroken(interactions()
                    .filter(result -> !result.accepted())
                    .map(InteractionResult::report)
                    .collect(Collectors.joining("\n\n")));
        }
    }
}
