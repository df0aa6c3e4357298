package dev.contract.provider.target;

/** A request that got no usable response; the message says why, in a sentence for the user. */
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean worthAnotherAttempt;

    ExchangeException(String message, Throwable cause) {
        this(message, cause, false);
    }

    ExchangeException(String message, Throwable cause, boolean worthAnotherAttempt) {
        super(message, cause);
        this.worthAnotherAttempt = worthAnotherAttempt;
    }

    ExchangeException(String message) {
        super(message);
        this.worthAnotherAttempt = false;
    }

    /** Whether the same request may get a response the next time: the service was not there, too slow, or hung up. */
    public boolean isWorthAnotherAttempt() {
        return worthAnotherAttempt;
    }
}
