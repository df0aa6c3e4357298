/**
 * Exchanges held against an OpenAPI document: what a request or a response has that the document does not allow, or does not know.
 *
 * <p>In: an {@link dev.contract.openapi.document.OpenApiDocument}, and requests with their responses, of a verification or of any test. Out:
 * {@link dev.contract.openapi.OpenApiFinding}s that name what is wrong, where in the exchange and by which line of the document.
 * Comparing never throws. Knows nothing of contracts and of who sent what. Start reading at
 * {@link dev.contract.openapi.OpenApiCheck}.
 */
@NullMarked
package dev.contract.openapi;

import org.jspecify.annotations.NullMarked;
