/**
 * Contract files that travel to and from other Pact tools, and those tools as clients of our broker.
 *
 * <p>In: a table of cases ({@link Cases}), each with exchanges that are good and exchanges that are spoiled. Every writer (we and each peer) writes a contract
 * file for every case it has words for; every reader (we and each peer) verifies and serves it, and has to accept what is good and refuse what is
 * spoiled. Where a peer does not, {@link Deviations} says so, and why. Start reading at {@link TravelTest}.
 *
 * <p>The broker stands in the middle of a story that is told once for every pair of who publishes and who verifies ({@link BrokerTest}): everybody
 * ({@link Client}) gets the same answers. What the command line that npm has prints is held in a golden file.
 *
 * <p>The peers are processes that answer commands: {@link Peer}. pact-jvm is the module {@code contract-interop-pact-jvm} next door, pact-js stands in
 * {@code src/test/js}. Both are started once.
 */
@NullMarked
package dev.contract.interop;

import org.jspecify.annotations.NullMarked;
