/**
 * Brings the provider into the states that interactions ask for, and out of them again.
 *
 * <p>In: handlers (lambdas by name, annotated methods, a URL of the service) and the states of an interaction. Out: the values that
 * handlers return for generators, or a {@link dev.contract.provider.state.StateFailure}. Knows names with placeholders and parameters;
 * knows nothing of interactions, or of when a state is asked for.
 *
 * <p>Start reading at {@link dev.contract.provider.state.StateHandlers}.
 */
@NullMarked
package dev.contract.provider.state;

import org.jspecify.annotations.NullMarked;
