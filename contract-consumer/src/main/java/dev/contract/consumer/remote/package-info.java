/**
 * A stub in another process, as its control API shows it: how tests declare what it answers, and see what came.
 *
 * <p>In: interactions, and from the room {@code answer} what is done beyond them, as values. Out: calls over HTTP, a journal made of what they
 * answer, and verdicts in words. A function cannot travel, and is refused. Knows nothing of the words that tests use, and of who records
 * contracts. Start reading at {@link dev.contract.consumer.remote.RemoteScope}.
 */
@NullMarked
package dev.contract.consumer.remote;

import org.jspecify.annotations.NullMarked;
