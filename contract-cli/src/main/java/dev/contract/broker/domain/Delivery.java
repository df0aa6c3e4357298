package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that an event triggered, and how far it came.
 *
 * @param webhook its UUID; it may be deleted meanwhile
 * @param title what the webhook was called when it was triggered
 * @param parameters what stands for {@code ${pactbroker.…}} in its request, as it was when the event happened
 */
public record Delivery(
        long id,
        String uuid,
        String webhook,
        String title,
        WebhookEvent event,
        Status status,
        int attempts,
        Instant triggeredAt,
        Map<String, String> parameters) {
    public Delivery {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** How far it came. */
    public enum Status {
        /** It waits for its first attempt. */
        NOT_RUN,
        /** It failed, and is tried again. */
        RETRYING,
        SUCCESS,
        /** It failed for good. */
        FAILURE
    }

    /** What happened, and to what. */
    public record Cause(
            WebhookEvent event, Pact pact, @Nullable Verification result) {}

    /**
     * One try.
     *
     * @param number from 1
     * @param log what was sent and what came back, without secrets
     */
    public record Attempt(int number, Instant at, boolean success, String log) {}
}
