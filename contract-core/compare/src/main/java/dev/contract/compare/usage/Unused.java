package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a provider offers and nobody relies on, and what only one consumer does.
 *
 * <p>Of places in each other the outermost is named. Immutable.
 *
 * @param nobody may be dropped
 * @param onlyOne may be dropped as soon as one consumer does without it; empty where a provider has no more than one
 * @param alike operations on paths that look like those of one, {@code GET /users/7} and {@code GET /users/8}; what is relied on of one
 *     counts for all of them
 * @param whole bodies and fields that somebody relies on with all that is in them, so that nothing in them is called unused
 * @param notOffered operations and statuses that somebody relies on although they are not offered
 */
public record Unused(
        List<Offered> nobody,
        List<Only> onlyOne,
        List<List<Operation>> alike,
        List<Offered> whole,
        List<Offered> notOffered) {
    /** Something that only one consumer relies on. */
    public record Only(String consumer, Offered what) {}

    public Unused {
        nobody = List.copyOf(nobody);
        onlyOne = List.copyOf(onlyOne);
        alike = List.copyOf(alike);
        whole = List.copyOf(whole);
        notOffered = List.copyOf(notOffered);
    }

    /** What an offer has beyond what is used. */
    public static Unused of(Usage usage, Offer offer) {
        Alike alike = new Alike(usage);
        List<Offered> nobody = new ArrayList<>();
        offer.operations()
                .forEach((operation, places) -> nobody.addAll(
                        alike.to(operation).isEmpty()
                                ? List.of(Offered.whole(operation))
                                : Offered.outermost(operation, unread(alike.places(operation), places))));
        Map<Operation, List<Place>> byLikeness = new HashMap<>();
        offer.operations().forEach((operation, places) -> byLikeness
                .computeIfAbsent(operation.likeness(), any -> new ArrayList<>())
                .addAll(places));
        List<Offered> whole = new ArrayList<>();
        List<Offered> notOffered = new ArrayList<>();
        usage.operations().stream()
                .filter(used -> !used.operation().isMessage())
                .forEach(used -> {
                    List<Place> offered =
                            byLikeness.getOrDefault(used.operation().likeness(), List.of());
                    whole.addAll(offered(
                            used, place -> place.whole() && offered.stream().anyMatch(place::covers)));
                    notOffered.addAll(
                            !byLikeness.containsKey(used.operation().likeness())
                                    ? List.of(Offered.whole(used.operation()))
                                    : offered(used, place -> isOtherStatus(place.place(), offered)));
                });
        return new Unused(
                nobody,
                usage.consumers().size() > 1 ? onlyOne(usage, alike) : List.of(),
                alike.groups(offer.operations().keySet()),
                whole,
                notOffered);
    }

    private static List<Offered> offered(OperationUsage used, Predicate<PlaceUsage> wanted) {
        return used.places().stream()
                .filter(wanted)
                .map(each -> new Offered(used.operation(), Optional.of(each.place())))
                .toList();
    }

    private static boolean isOtherStatus(Place place, List<Place> offered) {
        return place.part() == Part.STATUS
                && offered.stream()
                        .filter(each -> each.part() == Part.STATUS)
                        .noneMatch(each ->
                                each.status().equals(Offer.DEFAULT) || Place.isStatus(each.status(), place.status()));
    }

    /** All places of an operation that nobody relies on. */
    static List<Place> unread(List<PlaceUsage> used, Collection<Place> offered) {
        return offered.stream()
                .filter(place -> used.stream().noneMatch(each -> each.covers(place)))
                .filter(place -> !isOtherwiseDefault(place, offered, used))
                .toList();
    }

    /** The status {@code default} of a document stands for all that it has no other word for. */
    private static boolean isOtherwiseDefault(Place place, Collection<Place> offered, List<PlaceUsage> used) {
        return place.status().equals(Offer.DEFAULT)
                && used.stream()
                        .filter(each -> offered.stream()
                                .noneMatch(other -> isAllOf(other, each.place().status())))
                        .anyMatch(each -> each.covers(place.at(each.place().status())));
    }

    /** Of a class that somebody reads a single number is not all. */
    private static boolean isAllOf(Place place, String status) {
        return place.part() == Part.STATUS
                && (status.endsWith("XX") ? place.status().equals(status) : Place.isStatus(place.status(), status));
    }

    private static List<Only> onlyOne(Usage usage, Alike alike) {
        List<Only> only = new ArrayList<>();
        for (OperationUsage used : usage.operations()) {
            if (alike.consumersOf(used.operation()).size() == 1) {
                only.add(new Only(used.consumers().get(0), Offered.whole(used.operation())));
            } else {
                only.addAll(onlyOne(used, alike.to(used.operation())));
            }
        }
        return only;
    }

    private static List<Only> onlyOne(OperationUsage used, List<OperationUsage> all) {
        Map<String, List<Place>> alone = new TreeMap<>();
        used.places().stream().filter(Unused::isDroppable).forEach(each -> each.onlyConsumer()
                .filter(consumer -> isAlone(consumer, each.place(), all))
                .ifPresent(consumer -> alone.computeIfAbsent(consumer, any -> new ArrayList<>())
                        .add(each.place())));
        List<Only> only = new ArrayList<>();
        alone.forEach((consumer, places) ->
                Offered.outermost(used.operation(), places).forEach(each -> only.add(new Only(consumer, each))));
        return only;
    }

    /** Whether nobody else reads a place, as that of a class of statuses or of another operation that looks like this one. */
    private static boolean isAlone(String consumer, Place place, List<OperationUsage> all) {
        return all.stream()
                .flatMap(used -> used.places().stream())
                .filter(each -> each.covers(place))
                .allMatch(each -> each.onlyConsumer().filter(consumer::equals).isPresent());
    }

    /** The root of a body goes only with all that is in it. */
    private static boolean isDroppable(PlaceUsage used) {
        Place place = used.place();
        return place.part().isAnswer()
                && (used.whole()
                        || place.part() != Part.FIELD
                        || !place.path().tokens().isEmpty());
    }
}
