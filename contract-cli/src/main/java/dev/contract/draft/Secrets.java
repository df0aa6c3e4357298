package dev.contract.draft;

import dev.contract.core.secret.LikelySecret;

/** What must not stand in a contract, which is published and kept for years, and what stands there instead. */
final class Secrets {
    static final String PLACEHOLDER = "example-secret";

    private Secrets() {}

    /** Whether a text is a secret, by its name or by its look. */
    static boolean in(String name, String text) {
        return LikelySecret.mayBe(name, text);
    }

    /** A text that has no names, without what in it looks like a secret. */
    static String hidden(String text) {
        return dev.contract.core.secret.Secrets.masked(text);
    }
}
