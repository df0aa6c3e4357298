package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of everything is kept.
 *
 * @param contents pact contents, each counted once however often it was published
 * @param interactions of all contents
 * @param messages of all contents
 * @param triggeredWebhooks how often webhooks were triggered; {@code waitingWebhooks} are those of them that are still to be run, or again
 */
public record Counts(
        long pacticipants,
        long versions,
        long branches,
        long tags,
        long integrations,
        Span publications,
        long contents,
        long interactions,
        long messages,
        Span verifications,
        long successfulVerifications,
        long environments,
        long deployed,
        long currentlyDeployed,
        long released,
        long currentlySupported,
        long webhooks,
        long triggeredWebhooks,
        long waitingWebhooks,
        long webhookExecutions) {

    /** How many, and when the first and the last came; null where there are none. */
    public record Span(
            long count, @Nullable Instant first, @Nullable Instant last) {}
}
