package dev.contract.provider;

import dev.contract.core.model.Contract;
import dev.contract.provider.source.LocatedContract;
import java.util.List;

/**
 * What came of one contract.
 *
 * <p>Immutable.
 *
 * @param source the contract and where it came from
 * @param interactions those that were replayed, in the order of the contract
 * @param leftOut how many interactions the filters passed over or nobody here could read; a result with any says nothing of the whole contract
 */
public record ContractResult(LocatedContract source, List<InteractionResult> interactions, int leftOut) {
    public ContractResult {
        interactions = List.copyOf(interactions);
    }

    public Contract contract() {
        return source.contract();
    }

    /** Whether every interaction passed that is not pending. */
    public boolean success() {
        return interactions.stream().allMatch(InteractionResult::accepted);
    }

    /**
     * Whether every interaction passed that its consumer did not mark as pending. That the contract as a whole is pending makes no
     * difference: this is what a broker is told, which decides about that.
     */
    public boolean honoured() {
        return interactions.stream()
                .allMatch(each ->
                        each.passed() || each.interaction().annotations().pending());
    }

    /** Whether no interaction was left out. */
    public boolean complete() {
        return leftOut == 0;
    }

    /**
     * Whether the provider gave any answer to judge. Without one, nothing is known of the contract, neither that it is honoured nor
     * that it is broken. A contract without interactions needs no answer.
     */
    public boolean answered() {
        return interactions.isEmpty() || interactions.stream().anyMatch(InteractionResult::answered);
    }

    /** {@code order-service → user-service}, on one line whatever the names. */
    public String title() {
        return title(contract());
    }

    static String title(Contract contract) {
        return (contract.consumer() + " → " + contract.provider()).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
