package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version was released for an environment.
 *
 * @param supportEndedAt null as long as it is supported
 */
public record ReleasedVersion(
        long id,
        String uuid,
        Version version,
        Environment environment,
        Instant createdAt,
        @Nullable Instant supportEndedAt) {

    public boolean supported() {
        return supportEndedAt == null;
    }
}
