/**
 * A graph as a picture: who calls whom, from left to right.
 *
 * <p>In: names and pairs of them. Out: where each of them stands on a {@link dev.contract.broker.page.network.Drawing}, and the lines between
 * them. Knows nothing of applications or markup. The same graph is always drawn in the same way.
 *
 * <p>Start reading at {@link dev.contract.broker.page.network.Layout}.
 */
@NullMarked
package dev.contract.broker.page.network;

import org.jspecify.annotations.NullMarked;
