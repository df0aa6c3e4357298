package dev.contract.provider.message;

import org.jspecify.annotations.Nullable;

/** There is no message to judge; the text says why in one sentence. */
public final class MessageFailure extends Exception {
    private static final long serialVersionUID = 1;

    MessageFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
