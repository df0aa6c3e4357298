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
 * @param extra attributes of the file that this model has no place for; they do not name the state
 */
public record ProviderState(String name, JsonObject parameters, JsonObject extra) {
    public ProviderState {
        Objects.requireNonNull(name, "name");
    }

    public ProviderState(String name, JsonObject parameters) {
        this(name, parameters, JsonObject.EMPTY);
    }

    public static ProviderState of(String name) {
        return new ProviderState(name, JsonObject.EMPTY);
    }

    /** What tells this state from others: name and parameters. */
    public ProviderState withoutExtra() {
        return extra.isEmpty() ? this : new ProviderState(name, parameters);
    }
}
