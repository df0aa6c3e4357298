package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version was deployed to an environment.
 *
 * @param instance which of several instances; null when there is only one
 * @param undeployedAt null as long as it is deployed
 */
public record DeployedVersion(
        long id,
        String uuid,
        Version version,
        Environment environment,
        @Nullable String instance,
        Instant createdAt,
        @Nullable Instant undeployedAt) {

    public boolean current() {
        return undeployedAt == null;
    }
}
