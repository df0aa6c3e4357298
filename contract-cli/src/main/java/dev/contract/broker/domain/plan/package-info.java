/**
 * In which order a set of new versions can be deployed.
 *
 * <p>In: versions, and the environment that they are to go to. Out: a {@link dev.contract.broker.domain.plan.Plan}, in which each step may be
 * deployed when those before it are there; or the two that make one impossible. Looks things up through the ports of {@link
 * dev.contract.broker.domain.Transaction} and changes nothing.
 *
 * <p>Start reading at {@link dev.contract.broker.domain.plan.Planning}.
 */
@NullMarked
package dev.contract.broker.domain.plan;

import org.jspecify.annotations.NullMarked;
