/**
 * Which versions are kept, and the removal of all others: little by little, while everybody goes on working.
 *
 * <p>In: {@link dev.contract.broker.domain.retention.KeepSelector}s and a store. Out: a
 * {@link dev.contract.broker.domain.retention.CleaningReport} of what goes or went, and what stays. Start reading at
 * {@link dev.contract.broker.domain.retention.Cleaning}.
 */
@NullMarked
package dev.contract.broker.domain.retention;

import org.jspecify.annotations.NullMarked;
