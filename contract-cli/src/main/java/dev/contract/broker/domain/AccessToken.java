package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that clients are known by; its secret is not kept.
 *
 * @param expiresAt the first moment at which it is worth nothing; null for never
 */
public record AccessToken(
        String name, Role role, Instant createdAt, @Nullable Instant expiresAt) {

    public boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
