/**
 * What to tell a user whose input is wrong: the {@link dev.contract.core.problem.Problem}, and the one layout every message of this
 * project shares; and the names that somebody who gave a wrong one may have meant.
 *
 * <p>In: facts (what is wrong, where, what was found, how to mend it). Out: values that are collected and shown all at once, and
 * {@link dev.contract.core.problem.ContractException} where a caller cannot go on. Knows nothing of contracts, JSON or HTTP.
 *
 * <p>A difference between an expectation and what a service did is not a problem but a {@code Mismatch}; see the room
 * {@code matching}. Start reading at {@link dev.contract.core.problem.Problem}.
 */
@NullMarked
package dev.contract.core.problem;

import org.jspecify.annotations.NullMarked;
