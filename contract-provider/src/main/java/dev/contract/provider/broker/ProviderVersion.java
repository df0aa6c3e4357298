package dev.contract.provider.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version of a provider whose verification results are published.
 *
 * <p>Immutable.
 *
 * @param branch null when it is not known
 * @param buildUrl where the build can be looked at; null when there is no such place
 */
public record ProviderVersion(
        String number,
        @Nullable String branch,
        List<String> tags,
        @Nullable String buildUrl) {
    public ProviderVersion {
        tags = List.copyOf(tags);
    }
}
