package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.provider.Plan.PlannedContract;
import dev.contract.provider.source.LocatedContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A distinct interaction of a run, and everybody who has it.
 *
 * @param holders in the order of the contracts; at least one
 */
record Turn(List<Holder> holders) {

    /** Where an interaction stands: the number of its contract in the plan, and its own in the contract. */
    record Place(int contract, int interaction) {
        /** By hand, because a record's own one is linked when it is first called. */
        @Override
        public int hashCode() {
            return contract * 31 + interaction;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && contract == that.contract && interaction == that.interaction;
        }
    }

    /** An interaction of a contract. */
    record Holder(Place place, LocatedContract source, Interaction interaction) {
        private Object sameness(TimeLimits limits) {
            return List.of(Sameness.of(source.contract(), interaction), limits.of(interaction));
        }
    }

    Turn {
        holders = List.copyOf(holders);
    }

    /**
     * The turns of a plan, in the order of their first holders; without sharing each interaction has its own. Where time limits differ,
     * verdicts may.
     */
    static List<Turn> of(Plan plan, Settings settings) {
        boolean sharing = settings.manner().sharing();
        Map<Object, List<Holder>> alike = new LinkedHashMap<>();
        for (Holder holder : holders(plan)) {
            Object key = sharing ? holder.sameness(settings.timeLimits()) : holder.place();
            alike.computeIfAbsent(key, same -> new ArrayList<>()).add(holder);
        }
        return alike.values().stream().map(Turn::new).toList();
    }

    private static List<Holder> holders(Plan plan) {
        List<Holder> holders = new ArrayList<>();
        for (int i = 0; i < plan.contracts().size(); i++) {
            PlannedContract contract = plan.contracts().get(i);
            for (int j = 0; j < contract.interactions().size(); j++) {
                holders.add(new Holder(
                        new Place(i, j),
                        contract.source(),
                        contract.interactions().get(j)));
            }
        }
        return holders;
    }

    Holder first() {
        return holders.get(0);
    }

    /** The interaction as the first of them has it. */
    Interaction interaction() {
        return first().interaction();
    }

    SpecVersion version() {
        return first().source().contract().version();
    }

    /** Whether any of them calls it so. */
    boolean isCalled(String description) {
        return holders.stream()
                .anyMatch(each -> each.interaction().description().equals(description));
    }

    /** The results of all holders, in their order; the first of them took the time. */
    Map<Place, InteractionResult> results(Replayed replayed, Settings settings) {
        Map<Place, InteractionResult> results = new LinkedHashMap<>();
        for (Holder holder : holders) {
            Replayed own = results.isEmpty() ? replayed : replayed.credited();
            results.put(holder.place(), own.resultOf(holder.source(), holder.interaction(), settings));
        }
        return results;
    }
}
