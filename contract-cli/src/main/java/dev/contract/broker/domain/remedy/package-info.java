/**
 * What turns a no into a yes.
 *
 * <p>In: a question to the matrix and the answer it got. Out: the shortest list of {@link dev.contract.broker.domain.remedy.Action}s after
 * which the same question is answered with yes. Looks things up through the ports of {@link dev.contract.broker.domain.Transaction} and
 * changes nothing.
 *
 * <p>Start reading at {@link dev.contract.broker.domain.remedy.Remedy}.
 */
@NullMarked
package dev.contract.broker.domain.remedy;

import org.jspecify.annotations.NullMarked;
