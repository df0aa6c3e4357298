package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import java.util.List;

/**
 * What the broker says after publishing.
 *
 * <p>Immutable.
 *
 * @param contracts where each published contract can be found
 * @param json the whole answer
 */
public record Published(List<Notice> notices, List<Link> contracts, JsonObject json) {
    public Published {
        notices = List.copyOf(notices);
        contracts = List.copyOf(contracts);
    }
}
