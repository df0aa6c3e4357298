package dev.contract.core.model;

import java.util.List;
import java.util.Objects;

/** A message that the provider sends without being asked. Immutable. */
public record AsyncMessage(String description, List<ProviderState> states, MessagePart message, Annotations annotations)
        implements Interaction {
    public AsyncMessage {
        Objects.requireNonNull(description, "description");
        states = List.copyOf(states);
    }

    @Override
    public AsyncMessage withAnnotations(Annotations others) {
        return new AsyncMessage(description, states, message, others);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.asyncMessage(this);
    }
}
