package dev.contract.core.model;

import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The states by what tells them from others: name and parameters. */
    default List<ProviderState> statesWithoutExtra() {
        return states().stream().map(ProviderState::withoutExtra).toList();
    }

    /** What stands beside the exchange itself: key, pending, comments and the like. */
    Annotations annotations();

    /** Its name as messages show it: {@code "a request for user 42", given "user 42 exists" and "user 42 may log in"}. */
    default String quoted() {
        String given = states().stream()
                .map(ProviderState::name)
                .filter(name -> !name.isEmpty())
                .map(Quoted::text)
                .collect(Collectors.joining(" and "));
        return Quoted.text(description()) + (given.isEmpty() ? "" : ", given " + given);
    }

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
