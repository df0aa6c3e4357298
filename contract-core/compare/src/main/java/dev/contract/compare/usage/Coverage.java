package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
     * @param missing those that have none, as reports show them; of places in each other the outermost
     */
    public record Share(int covered, int all, List<String> missing) {
        public Share {
            missing = List.copyOf(missing);
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
        List<String> places = new ArrayList<>();
        int[] counts = new int[2];
        offer.operations().forEach((operation, offered) -> {
            Optional<OperationUsage> used = usage.of(operation);
            if (used.isEmpty()) {
                operations.add(operation.toString());
                return;
            }
            List<Place> unread = Unused.unread(used.get(), offered);
            counts[0] += offered.size() - unread.size();
            counts[1] += offered.size();
            Offered.outermost(operation, unread).forEach(each -> places.add(each.toString()));
        });
        int known = offer.operations().size();
        return new Coverage(
                new Share(known - operations.size(), known, operations),
                new Share(counts[0], counts[1], places),
                new Share(states.size() - unnamed.size(), states.size(), List.copyOf(unnamed)));
    }
}
