package dev.contract.provider.state;

import org.jspecify.annotations.Nullable;

/** A state that could not be set up or taken down; the message says which and why. */
public final class StateFailure extends Exception {
    private static final long serialVersionUID = 1;

    StateFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
