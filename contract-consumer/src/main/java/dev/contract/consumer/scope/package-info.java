/**
 * How the requests of tests that share a stub are told apart.
 *
 * <p>In: {@link dev.contract.consumer.scope.Correlation}s, conditions of one value in a request. Out: a
 * {@link dev.contract.consumer.scope.ScopeIndex}, which finds what a request belongs to, as fast among thousands of conditions as among
 * two. Knows nothing of stubs. Start reading at {@link dev.contract.consumer.scope.Correlation}.
 */
@NullMarked
package dev.contract.consumer.scope;

import org.jspecify.annotations.NullMarked;
