package dev.contract.broker.domain;

import java.util.List;
import java.util.Optional;

/** Tokens, found by the digest of their secret. */
public interface AccessTokens {

    /** Whether there is any, expired ones too. */
    boolean any();

    /** In the order of their names. */
    List<AccessToken> all();

    Optional<AccessToken> byDigest(String digest);

    /**
     * Keeps a token.
     *
     * @return false when there is one of this name already, which stays as it is
     */
    boolean add(AccessToken token, String digest);

    /**
     * Revokes a token.
     *
     * @return whether there was one of this name
     */
    boolean delete(String name);
}
