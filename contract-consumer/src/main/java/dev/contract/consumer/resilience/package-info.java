/**
 * What a consumer makes of the troubles that providers and networks have: its call is made again under each of them, and held to what
 * the test says is right.
 *
 * <p>In: a stub with its interactions, a call, and what it is to do under which trouble. Out: a table of troubles and outcomes, as text and
 * as failure. Nothing of it is ever written into a contract: no provider owes a trouble. Knows the {@code stub} and its
 * {@code answer}s; knows no contract file and no test framework. Start reading at {@link dev.contract.consumer.resilience.Resilience}.
 */
@NullMarked
package dev.contract.consumer.resilience;

import org.jspecify.annotations.NullMarked;
