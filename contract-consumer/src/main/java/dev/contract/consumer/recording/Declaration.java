package dev.contract.consumer.recording;

import dev.contract.core.model.Interaction;
import java.util.Objects;

/**
 * An interaction, between whom, and the test that declared it.
 *
 * <p>Immutable.
 *
 * @param test as people call it: {@code UserClientTest.finds_an_existing_user}
 */
public record Declaration(String consumer, String provider, Interaction interaction, String test) {
    public Declaration {
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(test, "test");
    }

    Pair pair() {
        return new Pair(consumer, provider);
    }
}
