/**
 * What a consumer test needs: a stub that plays the provider, the words to say what is expected of it, and the writing of the contract.
 *
 * <p>In: what a test says, by {@link dev.contract.consumer.InteractionBuilder} and {@link dev.contract.consumer.Matchers}. Out: values
 * of the core's {@code model}, an example with the rules and generators for its places; a mistake is told at the line of the test that
 * made it. Examples that are objects of the user's are written by Jackson, which no other room imports. Knows nothing of how requests
 * are received ({@code stub}) nor of test frameworks ({@code junit}). Start reading at
 * {@link dev.contract.consumer.InteractionBuilder}.
 */
@NullMarked
package dev.contract.consumer;

import org.jspecify.annotations.NullMarked;
