package dev.contract.standalone;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting that providers may have for themselves.
 *
 * <p>Immutable.
 *
 * @param otherwise for all that are not named; null for nothing
 * @param named by the name of the provider
 */
public record PerProvider<T>(@Nullable T otherwise, Map<String, T> named) {
    public PerProvider {
        named = Map.copyOf(named);
    }

    /** What holds for a provider. */
    Optional<T> of(String provider) {
        T own = named.get(provider);
        return Optional.ofNullable(own == null ? otherwise : own);
    }
}
