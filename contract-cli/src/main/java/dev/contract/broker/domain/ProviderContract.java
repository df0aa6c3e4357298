package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider version says of itself: its OpenAPI document, and whether its own tests hold it to that.
 *
 * @param documentId the key of the document, which several versions may share
 * @param sha the name of the document
 * @param contentType as it was published
 * @param selfVerified whether the provider's own tests passed; null when nobody said
 */
public record ProviderContract(
        Version provider,
        long documentId,
        ContentSha sha,
        String contentType,
        @Nullable Boolean selfVerified,
        Instant createdAt) {}
