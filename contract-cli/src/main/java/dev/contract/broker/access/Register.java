package dev.contract.broker.access;

import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.Role;
import dev.contract.broker.domain.Store;
import java.time.Clock;
import java.util.Optional;

/** All accounts and tokens. A token that is made or revoked counts from the next request on, in every process of the broker. */
final class Register {
    private final AccessSettings settings;
    private final Store store;
    private final Clock clock;

    Register(AccessSettings settings, Store store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    boolean isEmpty() {
        return settings.accounts().isEmpty() && !hasTokens();
    }

    private boolean hasTokens() {
        return store.read(kept -> kept.accessTokens().any());
    }

    /** What may do what concerns everybody. */
    Role ruling() {
        Role wanted = settings.ruling();
        if (wanted != null) {
            return wanted;
        }
        return hasTokens() ? Role.ADMIN : Role.WRITE;
    }

    /** Empty for credentials that are nobody's. */
    Optional<Caller> caller(Credentials credentials) {
        if (credentials instanceof Credentials.Basic basic) {
            return settings.accounts().stream()
                    .filter(account -> account.isOf(basic.name(), basic.password()))
                    .findFirst()
                    .map(Account::caller);
        }
        if (credentials instanceof Credentials.Bearer bearer) {
            return token(bearer.secret()).map(token -> new Caller(token.name(), token.role()));
        }
        return credentials instanceof Credentials.None ? Optional.of(Caller.NOBODY) : Optional.empty();
    }

    private Optional<AccessToken> token(String secret) {
        return store.read(kept -> kept.accessTokens().byDigest(Digest.hex(secret)))
                .filter(token -> token.isValid(clock.instant()));
    }
}
