package dev.contract.compare;

import dev.contract.core.model.Contract;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * The same without what says nothing of the field itself: that an interaction with it came or went, while it stands in another, and that
     * the provider owes the same.
     */
    public static Changelog ofFieldAlone(ContractDiff diff, FollowedPlace path) {
        boolean was = stands(path, diff.before());
        boolean is = stands(path, diff.after());
        return new Changelog(of(diff, path).differences().stream()
                .filter(each -> each.interaction().after().isPresent() || !is)
                .filter(each -> each.interaction().before().isPresent() || !was)
                .filter(each -> each.difference().duty() != Duty.SAME)
                .toList());
    }

    private static boolean stands(FollowedPlace path, Contract contract) {
        return contract.interactions().stream().anyMatch(path::standsIn);
    }

    /** A field comes and goes with its interaction, too. */
    private static Stream<Difference> ofWhole(InteractionDiff diff, FollowedPlace path) {
        boolean came = diff.change() == Change.ADDED;
        if (!came && diff.change() != Change.REMOVED) {
            return Stream.empty();
        }
        return path.standing(diff.interaction()).entrySet().stream()
                .map(each -> new Difference(
                        each.getKey(),
                        path.place(),
                        null,
                        diff.change(),
                        diff.duty(),
                        came ? "" : each.getValue(),
                        came ? each.getValue() : "",
                        null,
                        null));
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }
}
