/**
 * Compares pacts with the documents of providers, and keeps what comes of it.
 *
 * <p>In: pairs of a content and a document. Out: a {@link dev.contract.broker.domain.Comparison} in the store, made once for each pair. It takes
 * its time, and so never within a transaction. Start reading at {@link dev.contract.broker.domain.comparison.Comparing}.
 */
@NullMarked
package dev.contract.broker.domain.comparison;

import org.jspecify.annotations.NullMarked;
