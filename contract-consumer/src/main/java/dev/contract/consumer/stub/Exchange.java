package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came, and the interaction that answered it.
 *
 * <p>Immutable.
 */
public final class Exchange {
    private final HttpRequest request;
    private final @Nullable HttpInteraction interaction;

    Exchange(HttpRequest request, @Nullable HttpInteraction interaction) {
        this.request = request;
        this.interaction = interaction;
    }

    /** The request as received; its body decompressed. */
    public HttpRequest request() {
        return request;
    }

    /** The interaction that answered; empty when none expected the request. */
    public Optional<HttpInteraction> interaction() {
        return Optional.ofNullable(interaction);
    }
}
