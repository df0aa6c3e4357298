package dev.contract.compare.usage;

import java.util.List;
import java.util.Optional;

/**
 * A place that somebody relies on.
 *
 * @param whole whether all that may be below it is relied on as well
 * @param by each consumer once; sorted by the first of those who rely on it alike
 */
public record PlaceUsage(Place place, boolean whole, List<Reliance> by) {
    public PlaceUsage {
        by = List.copyOf(by);
    }

    /** Who relies on it alone; empty when several do. */
    Optional<String> onlyConsumer() {
        return by.size() == 1 && by.get(0).consumers().size() == 1
                ? Optional.of(by.get(0).consumers().get(0))
                : Optional.empty();
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
