package dev.contract.compare.usage;

import java.util.List;

/**
 * A place that somebody relies on.
 *
 * @param whole whether all that may be below it is relied on as well
 * @param by sorted by consumer
 */
public record PlaceUsage(Place place, boolean whole, List<Reliance> by) {
    public PlaceUsage {
        by = List.copyOf(by);
    }

    List<String> consumers() {
        return by.stream().map(Reliance::consumer).toList();
    }

    /** Whether who relies on this reads what a provider offers at a place. */
    boolean covers(Place offered) {
        return place.isReadWith(offered)
                || (whole
                        && place.part() == offered.part()
                        && Place.isStatus(place.status(), offered.status())
                        && startsLike(offered));
    }

    private boolean startsLike(Place offered) {
        int depth = place.path().tokens().size();
        return depth <= offered.path().tokens().size()
                && Place.isPath(place.path().tokens(), offered.path().tokens().subList(0, depth));
    }
}
