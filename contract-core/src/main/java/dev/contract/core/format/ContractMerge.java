package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges what one test class or run expects into what is already agreed.
 *
 * <p>An interaction is named by its kind, description and provider states, and by its key where both sides have one
 * that an author gave. The same interaction on both sides becomes one; its comments and other annotations are those of the added side. Thread-safe.
 */
public final class ContractMerge {
    private static final String CODE = "CONTRACT-MERGE";

    private final List<Interaction> merged = new ArrayList<>();
    private final Map<Identity, List<Integer>> positions = new HashMap<>();
    private final List<Problem> conflicts = new ArrayList<>();

    private ContractMerge() {}

    /**
     * One contract of both, in the higher version of the two. Interactions of the base that the added side does not have stay.
     *
     * @throws ContractException if the two are not between the same consumer and provider, or if interactions of the same name differ in
     *     what they expect: every such pair is shown
     */
    public static Contract merge(Contract base, Contract added) {
        sameParties(base, added);
        ContractMerge merge = new ContractMerge();
        base.interactions().forEach(merge::append);
        added.interactions().forEach(merge::add);
        if (!merge.conflicts.isEmpty()) {
            throw new ContractException(merge.conflicts);
        }
        return new Contract(
                base.consumer(),
                base.provider(),
                merge.merged,
                higher(base.version(), added.version()),
                base.metadata().toBuilder().putAll(added.metadata()).build(),
                extra(base.extra(), added.extra()));
    }

    private static SpecVersion higher(SpecVersion one, SpecVersion other) {
        return one.atLeast(other) ? one : other;
    }

    private static void sameParties(Contract base, Contract added) {
        if (!base.consumer().equals(added.consumer()) || !base.provider().equals(added.provider())) {
            throw new ContractException(Problem.error(CODE, "contracts between different services cannot be merged")
                    .found(parties(base) + ", and " + parties(added))
                    .mend("write each into a file of its own"));
        }
    }

    private static String parties(Contract contract) {
        return Quoted.text(contract.consumer()) + " with " + Quoted.text(contract.provider());
    }

    private void append(Interaction interaction) {
        positions
                .computeIfAbsent(Identity.of(interaction), name -> new ArrayList<>())
                .add(merged.size());
        merged.add(interaction);
    }

    private void add(Interaction added) {
        Optional<Integer> position = positions.getOrDefault(Identity.of(added), List.of()).stream()
                .filter(each -> !Identity.keysDiffer(merged.get(each), added))
                .findFirst();
        position.ifPresentOrElse(each -> unite(each, added), () -> append(added));
    }

    private void unite(int position, Interaction added) {
        Interaction known = merged.get(position);
        List<String> differences = Differences.between(Identity.content(known), Identity.content(added));
        if (differences.isEmpty()) {
            merged.set(position, added.withAnnotations(annotations(known.annotations(), added.annotations())));
        } else {
            conflicts.add(conflict(known, added, differences));
        }
    }

    private static Annotations annotations(Annotations known, Annotations added) {
        return added.withKey(added.key() == null ? known.key() : added.key())
                .withExtra(Extra.add(added.extra(), known.extra()));
    }

    private static Problem conflict(Interaction known, Interaction added, List<String> differences) {
        Problem problem = Problem.error(CODE, "two interactions of one name expect different things: " + known.quoted())
                .found(String.join("\n", differences))
                .mend("give one of them another description or another provider state");
        String places = Stream.of(
                        known.annotations().location(), added.annotations().location())
                .filter(Objects::nonNull)
                .map(Location::toString)
                .distinct()
                .collect(Collectors.joining(" and "));
        return places.isEmpty() ? problem : problem.at(places);
    }

    /** What was read without being understood: of attributes the added ones win, of lists every entry stays. */
    private static JsonObject extra(JsonObject base, JsonObject added) {
        JsonObject all = base.toBuilder().putAll(added).build();
        for (String list : List.of("interactions", "messages")) {
            Set<JsonValue> entries =
                    new LinkedHashSet<>(base.array(list).orElse(JsonArray.EMPTY).elements());
            entries.addAll(added.array(list).orElse(JsonArray.EMPTY).elements());
            all = entries.isEmpty() ? all : all.with(list, JsonArray.of(List.copyOf(entries)));
        }
        return all;
    }
}
