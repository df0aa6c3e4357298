package dev.contract.broker.access;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a new token, shown once: 256 random bits, with a beginning by which scanners of repositories know it. */
public final class TokenSecret {
    private static final String START = "contract_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private TokenSecret(String text) {
        this.text = text;
    }

    public static TokenSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(START + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret itself, for its owner alone. */
    public String text() {
        return text;
    }

    /** What is kept of it: SHA-256, in hex. */
    public String digest() {
        return Digest.hex(text);
    }
}
