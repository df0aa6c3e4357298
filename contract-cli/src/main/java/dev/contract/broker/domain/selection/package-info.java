/**
 * Which pacts a provider's build is to verify: the ones that are asked for, and work in progress.
 *
 * <p>In: {@link dev.contract.broker.domain.selection.Wishes}. Out: {@link dev.contract.broker.domain.selection.SelectedPact}s, one for each
 * consumer and content, with the reason in words and whether a failure may fail the build. Start reading at
 * {@link dev.contract.broker.domain.selection.PactSelection}.
 */
@NullMarked
package dev.contract.broker.domain.selection;

import org.jspecify.annotations.NullMarked;
