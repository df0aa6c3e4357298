/**
 * Exchanges that a consumer expects, held against an OpenAPI document without any service: whether the document promises what is relied on.
 *
 * <p>In: an {@link dev.contract.openapi.document.OpenApiDocument}, an example request and the example response that is expected. Out: {@link
 * dev.contract.openapi.promise.PromiseFinding}s. A consumer may use less of a response than there is, never what is not described; what it
 * sends has to be what the document takes. Comparing never throws. Knows nothing of contracts: the module above compares whole ones. Start
 * reading at {@link dev.contract.openapi.promise.PromiseCheck}.
 */
@NullMarked
package dev.contract.openapi.promise;

import org.jspecify.annotations.NullMarked;
