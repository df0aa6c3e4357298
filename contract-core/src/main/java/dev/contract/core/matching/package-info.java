/**
 * Whether an actual exchange is what a contract expects, and where it is not.
 *
 * <p>In: an expected part of an interaction, compiled once by {@link dev.contract.core.matching.PlanCompiler} into a plan (rule paths
 * parsed, weights settled, regexes compiled); then, as often as wanted, an actual request, response or message. Out: a
 * {@link dev.contract.core.matching.MatchResult} with the {@link dev.contract.core.matching.Mismatch}es in order, and, from the plan, the
 * problems of rules that could not be used.
 *
 * <p>Requests are judged strictly, responses and messages allow more than was expected. Knows nothing of files, servers or reports.
 * Start reading at {@link dev.contract.core.matching.PlanCompiler}.
 */
@NullMarked
package dev.contract.core.matching;

import org.jspecify.annotations.NullMarked;
