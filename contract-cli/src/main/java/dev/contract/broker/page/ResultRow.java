package dev.contract.broker.page;

import java.util.List;

/**
 * A contract of a consumer version, and what a provider version made of it.
 *
 * @param providerVersion leads nowhere when no particular one is known
 * @param when of the result; empty when there is none
 */
public record ResultRow(
        Ref consumer,
        Ref consumerVersion,
        List<Place> consumerPlaces,
        Ref provider,
        Ref providerVersion,
        List<Place> providerPlaces,
        Ref contract,
        Mark mark,
        List<Moment> when) {
    public ResultRow {
        consumerPlaces = List.copyOf(consumerPlaces);
        providerPlaces = List.copyOf(providerPlaces);
        when = List.copyOf(when);
    }
}
