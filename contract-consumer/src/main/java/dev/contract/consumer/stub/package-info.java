/**
 * The server that plays a provider: it recognises requests, answers them and remembers what came.
 *
 * <p>In: interactions, one by one or a whole contract, and from the room {@code answer} what is done beyond it. Out: answers over HTTP, what the room
 * {@code journal} writes down, and a
 * {@link dev.contract.consumer.stub.Verdict} that says which requests came unexpectedly and which were never sent, each beside the
 * interaction that is nearest.
 *
 * <p>Two halves: {@link dev.contract.consumer.stub.Expectations} judges and makes replies without a socket;
 * {@link dev.contract.consumer.stub.StubServer} moves bytes and is, with its neighbours, the only importer of Undertow. Knows nothing
 * of tests, JUnit or contract files. Start reading at {@link dev.contract.consumer.stub.Expectations}.
 */
@NullMarked
package dev.contract.consumer.stub;

import org.jspecify.annotations.NullMarked;
