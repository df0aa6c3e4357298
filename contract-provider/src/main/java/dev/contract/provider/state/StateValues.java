package dev.contract.provider.state;

import org.jspecify.annotations.Nullable;

/** Brings the provider into a state and returns values for generators: a map, a record or a {@code JsonObject}; null for none. */
@FunctionalInterface
public interface StateValues {
    @Nullable
    Object run(StateCall state) throws Exception;
}
