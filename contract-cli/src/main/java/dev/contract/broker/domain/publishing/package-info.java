/**
 * What happens when data arrives: contracts, documents of providers, versions, branches, tags and results.
 *
 * <p>In: a {@link dev.contract.broker.domain.publishing.Publication} and the like. Out: what was created or changed, or a
 * {@link dev.contract.broker.domain.Refusal}. Holds the rules of the house: when two contents are the same
 * ({@link dev.contract.broker.domain.publishing.ContentIdentity}), what may be overwritten, what is created on the way.
 *
 * <p>Start reading at {@link dev.contract.broker.domain.publishing.Publishing}.
 */
@NullMarked
package dev.contract.broker.domain.publishing;

import org.jspecify.annotations.NullMarked;
