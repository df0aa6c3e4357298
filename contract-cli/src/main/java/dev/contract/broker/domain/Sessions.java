package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Optional;

/** Sessions of browsers, found by the digest of their secret. */
public interface Sessions {

    Optional<Session> byDigest(String digest);

    void add(Session session, String digest);

    void delete(String digest);

    /** Deletes those that have expired, and of the others all but so many of the newest. */
    void prune(Instant now, int most);

    /** Deletes those of one holder but so many of the newest. */
    void pruneOf(String holder, int most);
}
