package dev.contract.provider.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version of a provider whose verification results are published: {@code ProviderVersion.of("7f3c2a1").withBranch("main")}.
 *
 * <p>Immutable.
 *
 * @param number best the commit; empty when it is not known, and nothing is published
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

    /** A version without branch, tags and build. */
    public static ProviderVersion of(String number) {
        return new ProviderVersion(number, null, List.of(), null);
    }

    /** The same version on a branch. */
    public ProviderVersion withBranch(String name) {
        return new ProviderVersion(number, name, tags, buildUrl);
    }

    /** The same version with tags. */
    public ProviderVersion withTags(String... names) {
        return new ProviderVersion(number, branch, List.of(names), buildUrl);
    }

    /** The same version with the page of its build. */
    public ProviderVersion withBuildUrl(String url) {
        return new ProviderVersion(number, branch, tags, url);
    }
}
