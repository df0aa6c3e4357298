/**
 * Differences as people read them: one formatter for the verifier and the stub.
 *
 * <p>In: a {@link dev.contract.core.matching.MatchResult} and the two bodies it is about. Out: facts, one line each where that can be,
 * with the name that a missing key seems to have now. Knows how to say a difference; knows nothing of where reports go.
 *
 * <p>Start reading at {@link dev.contract.core.report.MismatchReport}.
 */
@NullMarked
package dev.contract.core.report;

import org.jspecify.annotations.NullMarked;
