package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import java.util.Optional;

/**
 * How a pact stands in the eyes of its provider.
 *
 * @param outcome the one that tells: the last for this content, else the last result for any content of the two; empty when there never was one
 */
public record Standing(Pact pact, Optional<Outcome> outcome, Status status) {

    /** In one word. */
    public enum Status {
        /** There is no result. */
        NEVER,
        /** This content passed. */
        SUCCESS,
        /** Another content of the two passed: this one is changed, and nobody has verified it. */
        STALE,
        FAILED,
        /** It failed while it was pending, which failed nobody's build. */
        FAILED_PENDING
    }

    public static Standing of(Pact pact, Evidence evidence, Transaction kept) {
        return evidence.last(pact).map(Standing::of).orElseGet(() -> ofOtherContent(pact, kept));
    }

    private static Standing of(MatrixRow row) {
        Status status = row.state() == MatrixRow.State.PASSED ? Status.SUCCESS : failed(row);
        return new Standing(row.pact(), row.outcome(), status);
    }

    private static Status failed(MatrixRow row) {
        return row.decidingDescription().isPresent() ? Status.FAILED : failed(row.verified());
    }

    private static Status failed(Verification result) {
        return Boolean.TRUE.equals(result.pending()) ? Status.FAILED_PENDING : Status.FAILED;
    }

    private static Standing ofOtherContent(Pact pact, Transaction kept) {
        Optional<Verification> result =
                kept.verifications().lastBetween(pact.consumer().owner(), pact.provider());
        return new Standing(
                pact,
                result.map(Outcome::of),
                result.map(each -> each.success() ? Status.STALE : failed(each)).orElse(Status.NEVER));
    }
}
