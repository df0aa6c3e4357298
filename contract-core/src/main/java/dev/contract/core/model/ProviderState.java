package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import java.util.Objects;

/**
 * What must be true of the provider before an interaction.
 *
 * <p>Immutable.
 *
 * @param name in the consumer's words; empty is allowed
 * @param parameters values of any kind of JSON
 */
public record ProviderState(String name, JsonObject parameters) {
    public ProviderState {
        Objects.requireNonNull(name, "name");
    }

    public static ProviderState of(String name) {
        return new ProviderState(name, JsonObject.EMPTY);
    }
}
