/**
 * Runs the webhooks that were triggered: claims what is due, sends it, and records what came of it.
 *
 * <p>In: the queue of {@link dev.contract.broker.domain.Deliveries}, the clock, and the way out of {@code egress}. Out: attempts with their
 * logs, and when to try again. What a process had claimed when it died is due again when its claim ends, for this process or another.
 * {@link dev.contract.broker.delivery.Courier} does one delivery when it is told to; only
 * {@link dev.contract.broker.delivery.CourierThreads} knows of threads and of time that passes.
 *
 * <p>Start reading at {@link dev.contract.broker.delivery.Courier}.
 */
@NullMarked
package dev.contract.broker.delivery;

import org.jspecify.annotations.NullMarked;
