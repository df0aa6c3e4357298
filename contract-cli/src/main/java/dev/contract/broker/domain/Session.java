package dev.contract.broker.domain;

import java.time.Instant;

/**
 * Somebody who logged in with a browser, found by the digest of a secret that the browser has.
 *
 * @param holder tells whose it is from others, and nothing else: a digest
 * @param proof by which it is known again who that is: for a token its digest, for an account what only the secret and the password give
 */
public record Session(String holder, String proof, Instant expiresAt) {

    public boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }
}
