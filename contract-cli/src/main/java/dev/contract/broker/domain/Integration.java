package dev.contract.broker.domain;

import java.time.Instant;

/** That a consumer has, or had, a contract with a provider. */
public record Integration(Party consumer, Party provider, Instant createdAt, Instant updatedAt) {

    @Override
    public String toString() {
        return consumer + " with " + provider;
    }
}
