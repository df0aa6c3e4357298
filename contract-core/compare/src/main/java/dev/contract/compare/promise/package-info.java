/**
 * Whether an OpenAPI document promises all that a contract relies on, without any service.
 *
 * <p>In: a contract as read, and a document. Out: a {@link dev.contract.compare.promise.PromiseComparison}, what of which interaction the
 * document does not say, as text and as JSON. The examples are compared; rules say how they may vary, which a document does not ask. Exchanges
 * are compared by {@code dev.contract.openapi.promise}; messages are not compared. Start reading at {@link
 * dev.contract.compare.promise.PromiseComparison}.
 */
@NullMarked
package dev.contract.compare.promise;

import org.jspecify.annotations.NullMarked;
