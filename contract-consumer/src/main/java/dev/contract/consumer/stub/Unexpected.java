package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.HttpInteraction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that no interaction expected, beside the interaction that is nearest to it.
 *
 * <p>Immutable.
 */
public final class Unexpected {
    private final HttpRequest request;
    private final @Nullable HttpInteraction nearest;
    private final List<Mismatch> mismatches;

    Unexpected(HttpRequest request, @Nullable HttpInteraction nearest, List<Mismatch> mismatches) {
        this.request = Objects.requireNonNull(request);
        this.nearest = nearest;
        this.mismatches = List.copyOf(mismatches);
    }

    public HttpRequest request() {
        return request;
    }

    /** The interaction that the request probably meant; empty when there is none at all. */
    public Optional<HttpInteraction> nearest() {
        return Optional.ofNullable(nearest);
    }

    /** How the request differs from the nearest interaction. */
    public List<Mismatch> mismatches() {
        return mismatches;
    }
}
