/**
 * What a consumer test needs: a stub that plays the provider, the words to say what is expected of it, and the writing of the contract.
 *
 * <p>In: what a test says, by {@link dev.contract.consumer.Stub} or {@link dev.contract.consumer.Messages}, the builders that these
 * begin, and {@link dev.contract.consumer.Matchers}. Out: values of the core's {@code model}, an example with the rules and generators
 * for its places, handed to the rooms {@code stub}, which answers and judges and takes what {@code answer} and {@code template} hold beyond the contract, {@code message}, which hands to the code under test, and
 * {@code recording}, which writes; a mistake is told at the line of the test that made it. Examples that are objects of the user's are written by Jackson's databind, which no other room
 * imports. Knows nothing of test frameworks; {@code junit} does. Start reading at {@link dev.contract.consumer.Stub}.
 */
@NullMarked
package dev.contract.consumer;

import org.jspecify.annotations.NullMarked;
