/**
 * Compares pacts with the documents of providers, and keeps what comes of it.
 *
 * <p>In: pairs of a content and a document. Out: a {@link dev.contract.broker.domain.Comparison} in the store, made once for each pair: when one of
 * the two is published, or when somebody asks what it decides. It takes its time, and so never within a transaction. What it decides stands in
 * {@code domain.matrix}. Start reading at {@link dev.contract.broker.domain.comparison.Comparing}.
 */
@NullMarked
package dev.contract.broker.domain.comparison;

import org.jspecify.annotations.NullMarked;
