package dev.contract.broker.page;

import java.util.List;

/**
 * A version, and when something happened to it.
 *
 * @param places its branches, tags and environments
 */
public record At(Ref version, List<Place> places, Moment when) {
    public At {
        places = List.copyOf(places);
    }
}
