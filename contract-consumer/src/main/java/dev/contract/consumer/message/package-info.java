/**
 * Messages on their way to the code that handles them: the counterpart of the stub, without a wire.
 *
 * <p>In: interactions that a test declared, and the handler under test. Out: {@link dev.contract.consumer.message.Message}s with fresh
 * values where the interaction has generators, handed to the handler at once and on the thread of the test; and what to say of those that
 * were not handled. Knows nothing of brokers of messages, of files or of test frameworks. Start reading at
 * {@link dev.contract.consumer.message.Handovers}.
 */
@NullMarked
package dev.contract.consumer.message;

import org.jspecify.annotations.NullMarked;
