package dev.contract.broker.access;

import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.Session;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The sessions of people who logged in with a browser. They are in the store, so that every process of the broker knows them and that who logs out
 * is out, whoever has a copy of the cookie. A session is worth what its account or token is worth at that moment, and ends with the password.
 */
final class BrowserSessions {
    static final Duration LIFE = Duration.ofHours(12);

    private static final int MOST = 1_000;

    /** Whoever logs in again and again does not put out everybody else. */
    private static final int MOST_OF_ONE = 100;

    private final AccessSettings settings;
    private final Store store;
    private final Clock clock;

    BrowserSessions(AccessSettings settings, Store store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /** Whose session is found by the secret; nobody's when it has ended. */
    Optional<Caller> caller(SessionSecret secret) {
        return store.read(kept -> kept.sessions()
                .byDigest(secret.digest())
                .filter(session -> session.isValid(clock.instant()))
                .flatMap(session -> caller(session.proof(), secret, kept)));
    }

    private Optional<Caller> caller(String proof, SessionSecret secret, Transaction kept) {
        return settings.accounts().stream()
                .filter(account -> account.isProved(proof, secret.text()))
                .findFirst()
                .map(Account::caller)
                .or(() -> token(proof, kept).map(Caller::of));
    }

    private Optional<AccessToken> token(String digest, Transaction kept) {
        return kept.accessTokens().byDigest(digest).filter(token -> token.isValid(clock.instant()));
    }

    /** A session that has begun. */
    record Begun(Caller caller, SessionSecret secret) {}

    /**
     * Begins a session with a secret of its own; empty when name and password are nobody's.
     *
     * @param name of an account; of a token, or empty, where the password is a token
     */
    Optional<Begun> begin(String name, String password) {
        SessionSecret secret = SessionSecret.random();
        return store.write(kept -> holder(name, password, secret, kept).map(holder -> {
            String digest = Digest.hex(holder.caller().name());
            kept.sessions().pruneOf(digest, MOST_OF_ONE - 1);
            kept.sessions().prune(clock.instant(), MOST - 1);
            kept.sessions()
                    .add(new Session(digest, holder.proof(), clock.instant().plus(LIFE)), secret.digest());
            return new Begun(holder.caller(), secret);
        }));
    }

    /** Who is to have a session, and by what the session shows that. */
    private record Holder(Caller caller, String proof) {}

    private Optional<Holder> holder(String name, String password, SessionSecret secret, Transaction kept) {
        return settings.accounts().stream()
                .filter(account -> account.isOf(name, password))
                .findFirst()
                .map(account -> new Holder(account.caller(), account.proof(secret.text())))
                .or(() -> ofToken(name, Digest.hex(password), kept));
    }

    private Optional<Holder> ofToken(String name, String digest, Transaction kept) {
        return token(digest, kept)
                .filter(token -> name.isEmpty() || name.equals(token.name()))
                .map(token -> new Holder(Caller.of(token), digest));
    }

    void end(SessionSecret secret) {
        store.write(kept -> {
            kept.sessions().delete(secret.digest());
            return secret;
        });
    }
}
