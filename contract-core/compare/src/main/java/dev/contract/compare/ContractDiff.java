package dev.contract.compare;

import dev.contract.compare.inclusion.Budget;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two contracts of the same consumer and provider, and what that means for the provider.
 *
 * <pre>{@code
 * ContractDiff diff = ContractDiff.of(released, fresh);
 * if (!diff.duty().isSafe()) { … }
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param interactions those of the new contract in its order, then those that were removed
 */
public record ContractDiff(Contract before, Contract after, List<InteractionDiff> interactions) {
    public ContractDiff {
        interactions = List.copyOf(interactions);
    }

    /**
     * Compares two contracts; their names are not looked at.
     *
     * @throws IllegalStateException within another comparison's {@link Budget}
     */
    public static ContractDiff of(Contract before, Contract after) {
        Implication implication = new Implication(before.interactions());
        List<InteractionDiff> interactions = Lanes.mapped(
                Pairing.of(before, after),
                pairs -> Budget.alone(pairs.size(), () -> pairs.stream()
                        .map(pair -> diff(pair.before(), before, pair.after(), after, implication))
                        .toList()));
        return new ContractDiff(before, after, interactions);
    }

    private static InteractionDiff diff(
            @Nullable Interaction was,
            Contract before,
            @Nullable Interaction is,
            Contract after,
            Implication implication) {
        if (was == null || is == null) {
            return new InteractionDiff(
                    Optional.ofNullable(was),
                    Optional.ofNullable(is),
                    Optional.ofNullable(is).flatMap(implication::of),
                    List.of());
        }
        return new InteractionDiff(
                Optional.of(was),
                Optional.of(is),
                Optional.empty(),
                Comparison.of(was, before.version(), is, after.version()));
    }

    /** What the provider owes by the new contract, beside the old one. */
    public Duty duty() {
        Duty heaviest =
                Duty.heaviest(interactions.stream().map(InteractionDiff::duty).toList());
        return heaviest.isSafe() && hasNewUnread() ? Duty.UNKNOWN : heaviest;
    }

    /** Whether the new contract has interactions of a kind that is known to nobody here, and that are not in the old one. */
    private boolean hasNewUnread() {
        return after.unreadInteractions() > 0 && !after.extra().equals(before.extra());
    }

    /** The interactions of which something is no longer as it was. */
    public List<InteractionDiff> changed() {
        return interactions.stream()
                .filter(each -> each.change() != Change.SAME)
                .toList();
    }
}
