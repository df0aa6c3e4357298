/**
 * Where the provider's messages come from when they are verified: its own code, or an endpoint that it is asked at over HTTP.
 *
 * <p>In: producers by description, the URL of an endpoint, and what is asked for. Out: {@link dev.contract.provider.message.Message}s, or
 * a {@link dev.contract.provider.message.MessageFailure} that says in one sentence why there are none. Knows nothing of contracts, of
 * what is expected, or of when a message is asked for.
 *
 * <p>Start reading at {@link dev.contract.provider.message.MessageProducers}.
 */
@NullMarked
package dev.contract.provider.message;

import org.jspecify.annotations.NullMarked;
