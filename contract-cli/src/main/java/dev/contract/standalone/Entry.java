package dev.contract.standalone;

import dev.contract.consumer.stub.DeclaredInteraction;
import org.jspecify.annotations.Nullable;

/**
 * An interaction that is served.
 *
 * <p>Immutable.
 *
 * @param id by which the control API calls it; it keeps it as long as it stays the same
 * @param provider who is played
 * @param origin the contract it comes from; null when it was added by the control API
 * @param scope the scope that it belongs to; null for all requests of the provider
 * @param extras what was added to it by the control API
 * @param declared the same in the hands of the stub
 */
record Entry(
        String id,
        String provider,
        @Nullable Origin origin,
        @Nullable OpenScope scope,
        Extras extras,
        DeclaredInteraction declared) {

    /**
     * A contract.
     *
     * @param consumer its other side
     * @param name what messages call it
     */
    record Origin(String consumer, String name) {}

    boolean isOfContract() {
        return origin != null;
    }
}
