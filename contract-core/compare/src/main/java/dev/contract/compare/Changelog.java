package dev.contract.compare;

import dev.contract.core.model.HttpInteraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a comparison says of one field, in whichever interactions it stands.
 *
 * @param differences with the interaction of each
 */
public record Changelog(List<Entry> differences) {
    public Changelog {
        differences = List.copyOf(differences);
    }

    /** A difference of an interaction. */
    public record Entry(InteractionDiff interaction, Difference difference) {}

    /** What concerns the field, or something in it, or something around it that came or went. */
    public static Changelog of(ContractDiff diff, FollowedPlace path) {
        List<Entry> found = new ArrayList<>();
        for (InteractionDiff interaction : diff.interactions()) {
            Stream.concat(interaction.differences().stream().filter(path::concerns), ofWhole(interaction, path))
                    .forEach(each -> found.add(new Entry(interaction, each)));
        }
        return new Changelog(found);
    }

    /** A field comes and goes with its interaction, too. */
    private static Stream<Difference> ofWhole(InteractionDiff diff, FollowedPlace path) {
        boolean came = diff.change() == Change.ADDED;
        if (!came && diff.change() != Change.REMOVED) {
            return Stream.empty();
        }
        boolean there = path.isOfEveryExchange()
                ? diff.interaction() instanceof HttpInteraction
                : Example.sides(diff.interaction()).stream().anyMatch(path::standsIn);
        String known = "expected";
        return there
                ? Stream.of(Difference.ofInteraction(
                        path.toString(), diff.change(), diff.duty(), came ? "" : known, came ? known : ""))
                : Stream.empty();
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** The heaviest of what the provider owes by them. */
    public Duty duty() {
        return Duty.heaviest(
                differences.stream().map(each -> each.difference().duty()).toList());
    }

    /** The change that all of them are; empty when they differ. */
    public Optional<Change> change() {
        List<Change> distinct = differences.stream()
                .map(each -> each.difference().change())
                .distinct()
                .toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }
}
