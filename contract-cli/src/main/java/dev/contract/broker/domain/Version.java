package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an application.
 *
 * @param order position among the versions of the application, by first mention; the highest is the latest
 * @param buildUrl where it was built; null when nobody said
 */
public record Version(
        long id,
        Party owner,
        VersionNumber number,
        long order,
        @Nullable String buildUrl,
        Instant createdAt) {

    /** Application and number: {@code orders b41d0aa}. */
    @Override
    public String toString() {
        return owner + " " + number;
    }
}
