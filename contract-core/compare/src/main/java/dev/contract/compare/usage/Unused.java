package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a provider offers and nobody relies on, and what only one consumer does.
 *
 * <p>Of places in each other the outermost is named. Immutable.
 *
 * @param nobody may be dropped
 * @param onlyOne may be dropped as soon as one consumer does without it; empty where a provider has no more than one
 */
public record Unused(List<Offered> nobody, List<Only> onlyOne) {
    /** Something that only one consumer relies on. */
    public record Only(String consumer, Offered what) {}

    public Unused {
        nobody = List.copyOf(nobody);
        onlyOne = List.copyOf(onlyOne);
    }

    /** What an offer has beyond what is used. */
    public static Unused of(Usage usage, Offer offer) {
        List<Offered> nobody = new ArrayList<>();
        offer.operations().forEach((operation, places) -> {
            Optional<OperationUsage> used = usage.of(operation);
            nobody.addAll(
                    used.isEmpty()
                            ? List.of(Offered.whole(operation))
                            : Offered.outermost(operation, unread(used.get(), places)));
        });
        return new Unused(nobody, usage.consumers().size() > 1 ? onlyOne(usage) : List.of());
    }

    /** All places of an operation that nobody relies on. */
    static List<Place> unread(OperationUsage used, Collection<Place> offered) {
        return offered.stream()
                .filter(place -> used.places().stream().noneMatch(each -> each.covers(place)))
                .filter(place -> !isOtherwiseDefault(place, offered, used))
                .toList();
    }

    /** The status {@code default} of a document stands for all that it has no other word for. */
    private static boolean isOtherwiseDefault(Place place, Collection<Place> offered, OperationUsage used) {
        return place.status().equals(Offer.DEFAULT)
                && used.places().stream()
                        .filter(each -> offered.stream()
                                .noneMatch(other -> isStatus(other, each.place().status())))
                        .anyMatch(each -> each.covers(place.at(each.place().status())));
    }

    private static boolean isStatus(Place place, String status) {
        return place.part() == Part.STATUS && Place.isStatus(place.status(), status);
    }

    private static List<Only> onlyOne(Usage usage) {
        List<Only> only = new ArrayList<>();
        for (OperationUsage used : usage.operations()) {
            if (used.callers().size() == 1) {
                only.add(new Only(used.consumers().get(0), Offered.whole(used.operation())));
            } else {
                only.addAll(onlyOne(used));
            }
        }
        return only;
    }

    private static List<Only> onlyOne(OperationUsage used) {
        Map<String, List<Place>> alone = new TreeMap<>();
        used.places().stream().filter(Unused::isDroppable).forEach(each -> each.onlyConsumer()
                .ifPresent(consumer -> alone.computeIfAbsent(consumer, any -> new ArrayList<>())
                        .add(each.place())));
        List<Only> only = new ArrayList<>();
        alone.forEach((consumer, places) ->
                Offered.outermost(used.operation(), places).forEach(each -> only.add(new Only(consumer, each))));
        return only;
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
