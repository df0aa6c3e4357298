/**
 * A sample service that decides which immunizations somebody can have now: it answers 202 at once, asks two other services in the
 * background, and tells a third what it decided.
 *
 * <p>Start reading at {@link dev.contract.samples.immunizationdecider.ImmunizationDecider}, or at {@code ImmunizationDeciderTest}, where
 * stubs play the three services for many tests at a time.
 */
@NullMarked
package dev.contract.samples.immunizationdecider;

import org.jspecify.annotations.NullMarked;
