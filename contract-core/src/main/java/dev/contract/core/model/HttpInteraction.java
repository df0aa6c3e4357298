package dev.contract.core.model;

import java.util.List;
import java.util.Objects;

/** A request and the response to it. Immutable. */
public record HttpInteraction(
        String description,
        List<ProviderState> states,
        RequestPart request,
        ResponsePart response,
        Annotations annotations)
        implements Interaction {
    public HttpInteraction {
        Objects.requireNonNull(description, "description");
        states = List.copyOf(states);
    }

    @Override
    public HttpInteraction withAnnotations(Annotations others) {
        return new HttpInteraction(description, states, request, response, others);
    }

    /** The same request with another response. */
    public HttpInteraction withResponse(ResponsePart other) {
        return new HttpInteraction(description, states, request, other, annotations);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.http(this);
    }
}
