package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How much of what a provider offers has a contract.
 *
 * <p>Immutable.
 *
 * @param operations those that some consumer asks for
 * @param places of these operations: parameters, statuses, headers and fields
 * @param states the provider's, by the names of their handlers
 */
public record Coverage(Share operations, Share places, Share states) {
    /**
     * A part of some whole.
     *
     * @param covered how many have a contract
     * @param all how many there are
     * @param missing those that have none
     */
    public record Share(int covered, int all, List<Missing> missing) {
        public Share {
            missing = List.copyOf(missing);
        }

        private static Share of(int all, Collection<String> missing) {
            return new Share(
                    all - missing.size(),
                    all,
                    missing.stream().map(name -> new Missing(name, 0)).toList());
        }
    }

    /**
     * What has no contract; of places in each other the outermost.
     *
     * @param name as reports show it
     * @param within how many more lie in it
     */
    public record Missing(String name, int within) {
        /** {@code GET /users 200 $.home (and 2 within)}. */
        @Override
        public String toString() {
            return within == 0 ? name : name + " (and " + within + " within)";
        }
    }

    /**
     * The coverage of an offer.
     *
     * @param states the names of all handlers
     * @param unnamed those that no contract names
     */
    public static Coverage of(Usage usage, Offer offer, Collection<String> states, Collection<String> unnamed) {
        List<String> operations = new ArrayList<>();
        List<Missing> places = new ArrayList<>();
        int[] counts = new int[2];
        Alike alike = new Alike(usage);
        offer.operations().forEach((operation, offered) -> {
            if (alike.to(operation).isEmpty()) {
                operations.add(operation.toString());
                return;
            }
            List<Place> unread = Unused.unread(alike.places(operation), offered);
            counts[0] += offered.size() - unread.size();
            counts[1] += offered.size();
            Offered.outermost(operation, unread).forEach(each -> places.add(missing(each, unread)));
        });
        return new Coverage(
                Share.of(offer.operations().size(), operations),
                new Share(counts[0], counts[1], places),
                Share.of(states.size(), unnamed));
    }

    private static Missing missing(Offered outermost, List<Place> unread) {
        Place place = outermost.place().orElseThrow();
        long within = unread.stream().filter(place::holds).count();
        return new Missing(outermost.toString(), (int) within);
    }
}
