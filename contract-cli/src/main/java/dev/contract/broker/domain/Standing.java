package dev.contract.broker.domain;

import java.util.Optional;

/**
 * How a pact stands in the eyes of its provider.
 *
 * @param result the one that tells: the last for this content, else the last for any content of the two; empty when there never was one
 */
public record Standing(Pact pact, Optional<Verification> result, Status status) {

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

    public static Standing of(Pact pact, Transaction kept) {
        Optional<Verification> result = kept.verifications()
                .last(pact.contentId())
                .or(() -> kept.verifications().lastBetween(pact.consumer().owner(), pact.provider()));
        return new Standing(pact, result, result.map(each -> status(pact, each)).orElse(Status.NEVER));
    }

    private static Status status(Pact pact, Verification result) {
        if (result.success()) {
            return result.contentId() == pact.contentId() ? Status.SUCCESS : Status.STALE;
        }
        return Boolean.TRUE.equals(result.pending()) ? Status.FAILED_PENDING : Status.FAILED;
    }
}
