package dev.contract.broker.delivery;

import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.egress.Outcome;

/**
 * A request that was sent, and what came of it; all of it may be shown.
 *
 * @param sent with its parameters in place and without its secrets
 * @param mayTryAgain whether another attempt could end differently
 */
public record Execution(WebhookRequest sent, Outcome outcome, boolean success, boolean mayTryAgain, String log) {}
