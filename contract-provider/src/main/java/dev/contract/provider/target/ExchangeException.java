package dev.contract.provider.target;

import org.jspecify.annotations.Nullable;

/** A request that got no usable response; the message says why, in a sentence for the user. */
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;
    private final boolean worthAnotherAttempt;

    private ExchangeException(
            String sentence, @Nullable String advice, @Nullable Throwable cause, boolean worthAnotherAttempt) {
        super(advice == null ? sentence : sentence + "; " + advice, cause);
        this.sentence = sentence;
        this.worthAnotherAttempt = worthAnotherAttempt;
    }

    ExchangeException(String sentence, Throwable cause) {
        this(sentence, null, cause, false);
    }

    ExchangeException(String sentence, Throwable cause, boolean worthAnotherAttempt) {
        this(sentence, null, cause, worthAnotherAttempt);
    }

    /** @param advice what the user of a verification can do */
    ExchangeException(String sentence, String advice, Throwable cause) {
        this(sentence, advice, cause, false);
    }

    ExchangeException(String sentence) {
        this(sentence, null, null, false);
    }

    /** The message without advice, for requests that a verification's settings do not concern. */
    public String sentence() {
        return sentence;
    }

    /** Whether the same request may get a response the next time: the service was not there, too slow, or hung up. */
    public boolean isWorthAnotherAttempt() {
        return worthAnotherAttempt;
    }
}
