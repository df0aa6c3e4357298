/**
 * The matrix, which consumer version was verified by which provider version, and the answer to "can I deploy".
 *
 * <p>In: a {@link dev.contract.broker.domain.matrix.MatrixQuestion}. Out: a {@link dev.contract.broker.domain.matrix.MatrixAnswer}, rows
 * with a verdict and the reasons in words. Looks things up through the ports of {@link dev.contract.broker.domain.Transaction}, by
 * key only: the cost grows with the neighbours of the application asked about, not with what the broker holds.
 *
 * <p>The steps stand in {@link dev.contract.broker.domain.matrix.Matrix}: start reading there.
 */
@NullMarked
package dev.contract.broker.domain.matrix;

import org.jspecify.annotations.NullMarked;
