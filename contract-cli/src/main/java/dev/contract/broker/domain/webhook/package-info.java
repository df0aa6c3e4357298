/**
 * Which webhooks an event triggers, and what they say.
 *
 * <p>In: a contract or a result that was just stored, and how addresses are written. Out: rows in the queue of
 * {@link dev.contract.broker.domain.Deliveries}, in the transaction of what caused them; and, when such a row is run, the request with
 * all parameters in their places. Nothing is sent here.
 *
 * <p>Start reading at {@link dev.contract.broker.domain.webhook.Events}.
 */
@NullMarked
package dev.contract.broker.domain.webhook;

import org.jspecify.annotations.NullMarked;
