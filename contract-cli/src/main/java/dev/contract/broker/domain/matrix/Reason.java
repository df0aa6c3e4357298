package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Notice;

/** One reason of a verdict: what it is, and the sentence that says it to people. */
public record Reason(Code code, String text) {
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
        return new Notice(code.tone, text);
    }
}
