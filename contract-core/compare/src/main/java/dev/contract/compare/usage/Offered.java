package dev.contract.compare.usage;

import java.util.List;
import java.util.Optional;

/**
 * Something that a provider offers.
 *
 * @param place empty when the whole operation is meant
 */
public record Offered(Operation operation, Optional<Place> place) {
    static Offered whole(Operation operation) {
        return new Offered(operation, Optional.empty());
    }

    /** Of places in each other the outermost. */
    static List<Offered> outermost(Operation operation, List<Place> places) {
        return places.stream()
                .filter(place -> places.stream().noneMatch(outer -> outer.holds(place)))
                .map(place -> new Offered(operation, Optional.of(place)))
                .toList();
    }

    /** {@code GET /users}, {@code GET /users status 404}, {@code GET /users 200 $[*].name}. */
    @Override
    public String toString() {
        return operation + place.map(Offered::shown).orElse("");
    }

    private static String shown(Place place) {
        boolean hasStatus = !place.status().isEmpty() && place.part() != Part.STATUS;
        return " " + (hasStatus ? place.status() + " " : "") + place;
    }
}
