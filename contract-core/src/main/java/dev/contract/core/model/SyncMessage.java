package dev.contract.core.model;

import java.util.List;
import java.util.Objects;

/** A message of the consumer and the messages it may get in answer. Immutable. */
public record SyncMessage(
        String description,
        List<ProviderState> states,
        MessagePart request,
        List<MessagePart> responses,
        Annotations annotations)
        implements Interaction {
    public SyncMessage {
        Objects.requireNonNull(description, "description");
        states = List.copyOf(states);
        responses = List.copyOf(responses);
    }

    @Override
    public SyncMessage withAnnotations(Annotations others) {
        return new SyncMessage(description, states, request, responses, others);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.syncMessage(this);
    }
}
