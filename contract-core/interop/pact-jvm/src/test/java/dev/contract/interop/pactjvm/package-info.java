/**
 * pact-jvm as a peer: a process that writes contract files with its DSL, verifies and serves those that others wrote.
 *
 * <p>In: commands, one on a line, from the tests next door; {@link PactJvmPeer} says which. Out: files and verdicts. Knows pact-jvm and nothing of our
 * own code, so that it runs with the very libraries it was published with.
 */
@NullMarked
package dev.contract.interop.pactjvm;

import org.jspecify.annotations.NullMarked;
