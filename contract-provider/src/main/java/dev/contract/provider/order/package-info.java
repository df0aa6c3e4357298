/**
 * Finds out why a verdict is not the same each time: which interactions before it flip it, in the shortest order, or that it flips by itself.
 *
 * <p>In: the numbers of interactions, two orders with different verdicts, and a {@link dev.contract.provider.order.Trial} that replays
 * orders. Out: a {@link dev.contract.provider.order.Cause}. Knows nothing of contracts and HTTP. The order is shortened by delta debugging
 * (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002). Start reading at
 * {@link dev.contract.provider.order.OrderSearch}.
 */
@NullMarked
package dev.contract.provider.order;

import org.jspecify.annotations.NullMarked;
