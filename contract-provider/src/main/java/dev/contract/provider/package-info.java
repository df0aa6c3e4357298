/**
 * Verification: replays the interactions of contracts against a running provider and says what came of them.
 *
 * <p>In: where contracts are, where the provider runs, how its states are brought about. Out: a
 * {@link dev.contract.provider.VerificationResult}, or a {@link dev.contract.core.problem.ContractException} before anything was sent.
 * The steps are a planner (reads and checks everything), a run (lanes and turns) and a replay (one interaction). This room is the
 * top of its module: the rooms below know sources, states, targets and JUnit, and nothing of each other's business; the room
 * {@code report} reads results.
 *
 * <p>Interactions for which no state handler is called run side by side and before the others, because a state that one leaves behind
 * must not decide about another; the others take turns in the order of the contracts. Start reading at
 * {@link dev.contract.provider.Verifier}.
 */
@NullMarked
package dev.contract.provider;

import org.jspecify.annotations.NullMarked;
