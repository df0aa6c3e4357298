package dev.contract.broker.domain;

import java.time.Instant;

/**
 * A publication: the contract of one consumer version with one provider.
 *
 * @param revision from 1; the highest one is the pact of that consumer version
 * @param contentId the key of the content, shared by all publications of equal content
 * @param sha the name of the content
 */
public record Pact(
        long id, Version consumer, Party provider, int revision, long contentId, ContentSha sha, Instant createdAt) {

    /** {@code Pact between shop-web (7f3c2a1) and orders}. */
    public String title() {
        return "Pact between " + consumer.owner() + " (" + consumer.number() + ") and " + provider;
    }
}
