/**
 * What changed between two contracts, and who breaks.
 *
 * <p>In: contracts as read, an old and a new one, or several versions of one. Out: what became more, less or other, by interaction and
 * path, with a verdict for the provider and a witness where it owes more than before; which interactions are implied by others; whether
 * what was verified for one contract answers for another. Pure: knows nothing of files, revisions and brokers, and runs nobody's service.
 * Whether one expectation lies within another is for {@code inclusion} to say. Start reading at {@link dev.contract.compare.ContractDiff}.
 */
@NullMarked
package dev.contract.compare;

import org.jspecify.annotations.NullMarked;
