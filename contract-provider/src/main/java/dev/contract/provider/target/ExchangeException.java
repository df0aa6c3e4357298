package dev.contract.provider.target;

/** A request that got no usable response; the message says why, in a sentence for the user. */
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1;

    ExchangeException(String message, Throwable cause) {
        super(message, cause);
    }

    ExchangeException(String message) {
        super(message);
    }
}
