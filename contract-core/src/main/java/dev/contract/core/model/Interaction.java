package dev.contract.core.model;

import java.util.List;

/**
 * One exchange that both sides agreed on. Its description together with its provider states names it within a contract.
 *
 * <p>Immutable.
 */
public sealed interface Interaction permits HttpInteraction, AsyncMessage, SyncMessage {

    /** What happens, in the consumer's words. */
    String description();

    /** What must be true of the provider before; all of them, in order. */
    List<ProviderState> states();

    /** What stands beside the exchange itself: key, pending, comments and the like. */
    Annotations annotations();

    Interaction withAnnotations(Annotations annotations);

    /** One answer per kind of interaction: a new kind breaks every caller at compile time. */
    <R> R fold(Cases<R> cases);

    /** One function per kind of interaction. */
    interface Cases<R> {
        R http(HttpInteraction interaction);

        R asyncMessage(AsyncMessage message);

        R syncMessage(SyncMessage message);
    }
}
