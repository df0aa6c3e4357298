/**
 * The routes that a provider is known to serve, so that a consumer's test can tell when it asks for another.
 *
 * <p>In: the text of a file that {@code contract routes} wrote. Out: whether a method and a path are one of them. Knows nothing of stubs,
 * contracts and OpenAPI documents. Start reading at {@link dev.contract.consumer.route.Routes}.
 */
@NullMarked
package dev.contract.consumer.route;

import org.jspecify.annotations.NullMarked;
