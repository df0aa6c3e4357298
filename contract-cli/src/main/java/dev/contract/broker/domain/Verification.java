package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a pact content against a provider version.
 *
 * @param number grows with every result of the whole broker; the highest one of a content and a provider version counts
 * @param wip whether the pact was verified as work in progress
 * @param pending whether it was pending when it was fetched; null when nobody asked
 */
public record Verification(
        long number,
        long contentId,
        Version provider,
        boolean success,
        Instant verifiedAt,
        @Nullable String buildUrl,
        boolean wip,
        @Nullable Boolean pending) {}
