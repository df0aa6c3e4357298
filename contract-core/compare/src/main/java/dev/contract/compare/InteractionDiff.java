package dev.contract.compare;

import dev.contract.core.model.Interaction;
import java.util.List;
import java.util.Optional;

/**
 * What became of one interaction.
 *
 * <p>Immutable.
 *
 * @param before empty when it was added
 * @param after empty when it was removed
 * @param impliedBy for one that was added: the old interaction that asks all of it already; empty when none does
 * @param differences none when it is the same, and none when it was added or removed
 */
public record InteractionDiff(
        Optional<Interaction> before,
        Optional<Interaction> after,
        Optional<Interaction> impliedBy,
        List<Difference> differences) {
    public InteractionDiff {
        differences = List.copyOf(differences);
    }

    /** Of the whole: added, removed or same, else what all its differences are; {@link Change#CHANGED} if they are not all one. */
    public Change change() {
        if (before.isEmpty()) {
            return Change.ADDED;
        }
        if (after.isEmpty()) {
            return Change.REMOVED;
        }
        if (differences.isEmpty()) {
            return Change.SAME;
        }
        Difference first = differences.get(0);
        boolean one = differences.stream().allMatch(each -> each.change() == first.change());
        return one && !first.isOfPresence() ? first.change() : Change.CHANGED;
    }

    /** What the provider owes by it: more, for one that was added, since it was never asked for that; nothing, for one that may fail. */
    public Duty duty() {
        if (after.isEmpty()) {
            return Duty.LESS;
        }
        if (before.isEmpty()) {
            return impliedBy.isPresent() || mayFail() ? Duty.SAME : Duty.MORE;
        }
        Duty heaviest = Duty.heaviest(differences.stream().map(Difference::duty).toList());
        return heaviest.isSafe() || !mayFail() ? heaviest : Duty.SAME;
    }

    private boolean mayFail() {
        return after.filter(each -> each.annotations().pending()).isPresent();
    }

    /** The interaction as it is now, or as it was before it was removed. */
    public Interaction interaction() {
        return after.or(() -> before).orElseThrow();
    }

    /** Whether it has another description than before. */
    boolean renamed() {
        return before.isPresent()
                && after.isPresent()
                && !before.get().description().equals(after.get().description());
    }
}
