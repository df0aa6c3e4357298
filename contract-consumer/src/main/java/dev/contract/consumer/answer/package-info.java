/**
 * What a stub does beyond its contract, as values: answers that follow the contractual one, delays, slow bodies, faults, scenarios.
 *
 * <p>In: what a test says after the answer that its contract records. Out: a {@link dev.contract.consumer.answer.Behaviour}, which
 * tells the {@code stub} what to do the next time, and {@link dev.contract.consumer.answer.Terms}, which tell it when an interaction
 * is chosen at all. No provider owes any of this, so nothing here is ever written into a contract. Knows no socket, no server and no
 * file of a contract. Start reading at {@link dev.contract.consumer.answer.Behaviour}.
 */
@NullMarked
package dev.contract.consumer.answer;

import org.jspecify.annotations.NullMarked;
