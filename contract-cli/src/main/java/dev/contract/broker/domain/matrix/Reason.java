package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a verdict.
 *
 * @param cause what is at the bottom of it, more exactly than the code says; null for what is no obstacle
 * @param text the sentence that says it to people
 * @param advice what to do about it, in a sentence or two; empty when nothing has to be done
 * @param subject what it is about; null when that is no single contract
 */
public record Reason(
        Code code,
        @Nullable Cause cause,
        String text,
        String advice,
        @Nullable Subject subject) {

    /**
     * What a reason is about.
     *
     * @param provider null when no particular version is known
     * @param failures what failed, as far as the verifier told
     */
    public record Subject(Pact pact, @Nullable Version provider, List<Failure> failures) {
        public Subject {
            failures = List.copyOf(failures);
        }
    }

    /** What stands in the way of a yes. */
    public enum Cause {
        /** The broker does not know the version that was asked about. */
        NEVER_PUBLISHED,
        /** No version of the provider is where the consumer needs one. */
        NOT_THERE,
        /** Nobody has ever verified this contract. */
        NEVER_VERIFIED,
        /** The version in question has never published any result. */
        NO_RESULT_AT_ALL,
        /** Other versions have verified this contract, the one in question has not. */
        VERIFIED_BY_OTHERS,
        /** It was verified, and failed. */
        FAILED,
        /** The provider's own tests failed. */
        OWN_TESTS_FAILED,
        /** Nobody said whether the provider's own tests passed. */
        OWN_TESTS_UNKNOWN,
        /** The contract relies on what the provider's document does not describe. */
        NOT_PROMISED,
        /** The contract was not compared with the provider's document yet. */
        NOT_COMPARED,
        /** The contract, or part of it, cannot be compared with the provider's document. */
        NOT_COMPARABLE,
        /** Rows that would tell were not asked for, or are too many to be told one by one. */
        NOT_SHOWN
    }

    static Reason of(Code code, String text) {
        return new Reason(code, null, text, "", null);
    }

    /** The kinds of reason, in the order in which they are given. */
    public enum Code {
        /** An ignore selector names something that is not here. */
        WARN_IGNORE(Notice.Tone.WARNING),
        /** One version was asked about, without saying where it is to go. */
        WARN_NO_ENV(Notice.Tone.WARNING),
        /** No version was named exactly. */
        WARN_NO_VERSION(Notice.Tone.WARNING),
        /** A named selector chose nothing. */
        NO_SUCH_VERSION(Notice.Tone.ERROR),
        FAILED(Notice.Tone.ERROR),
        UNVERIFIED(Notice.Tone.ERROR),
        /** A result that is missing follows from others. */
        INFERRED(Notice.Tone.WARNING),
        SUCCESS(Notice.Tone.SUCCESS),
        /** Nothing is required. */
        NO_DEPS(Notice.Tone.SUCCESS);

        private final Notice.Tone tone;

        Code(Notice.Tone tone) {
            this.tone = tone;
        }
    }

    public Notice notice() {
        return new Notice(code.tone, sentences());
    }

    /** What it is, and what to do about it. */
    public String sentences() {
        return advice.isEmpty() ? text : text + " " + advice;
    }
}
