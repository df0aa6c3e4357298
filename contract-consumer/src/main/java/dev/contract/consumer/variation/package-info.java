/**
 * What an answer may be instead of its example: changes that its contract permits, and answers that lack one field.
 *
 * <p>In: an interaction as a test declared it, a seed, and a trial, which has the consumer meet a
 * {@link dev.contract.consumer.variation.Variation} and tells what came of it. Out: the smallest variations that break the consumer, and
 * the fields that it never reads. A variation is permitted when the matcher accepts it that verification uses; what is tried is guessed
 * from examples and rules, and a guess that is refused does no harm. Pure, and the same for a seed; knows nothing of servers or tests.
 *
 * <p>Start reading at {@link dev.contract.consumer.variation.VariationSearch} and {@code PermittedChanges}.
 */
@NullMarked
package dev.contract.consumer.variation;

import org.jspecify.annotations.NullMarked;
