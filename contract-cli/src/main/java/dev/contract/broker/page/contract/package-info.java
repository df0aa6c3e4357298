/**
 * The interactions of a contract as people read them: what is sent, what comes back, and what may differ where.
 *
 * <p>In: an {@link dev.contract.core.model.Interaction}. Out: an {@link dev.contract.broker.page.contract.Exchange}, lines and words without
 * markup. No contract makes more of it than an {@link dev.contract.broker.page.contract.Allowance} permits. Knows nothing of results, links or
 * pages.
 *
 * <p>Start reading at {@link dev.contract.broker.page.contract.Reading}.
 */
@NullMarked
package dev.contract.broker.page.contract;

import org.jspecify.annotations.NullMarked;
