package dev.contract.broker.access;

import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.AccessTokens;
import dev.contract.broker.domain.Role;
import dev.contract.broker.domain.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * All accounts and tokens. A token that is made or revoked counts from the next request on, in every process of the broker; but a broker
 * that has had a token stays closed until it is started again, so that revoking the last one lets nobody in.
 *
 * <p>It looks at most once for a request into the store: for a token that came with it, or whether there is a first one by now; and once more
 * for each session that a browser may have.
 */
final class Register {
    private final AccessSettings settings;
    private final BrowserSessions sessions;
    private final Store store;
    private final Clock clock;
    private volatile boolean knowsOfTokens;

    Register(AccessSettings settings, BrowserSessions sessions, Store store, Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    /** Whether there is neither an account nor a token. */
    boolean isEmpty() {
        return isEmptyAsFarAsKnown() && !hasTokens();
    }

    /** The same without a look into the store: a first token may have been made since. */
    boolean isEmptyAsFarAsKnown() {
        return settings.accounts().isEmpty() && !knowsOfTokens;
    }

    private boolean hasTokens() {
        return knowsOfTokens || note(store.read(kept -> kept.accessTokens().any()));
    }

    private boolean note(boolean anyTokens) {
        knowsOfTokens |= anyTokens;
        return anyTokens;
    }

    /** What may do what concerns everybody. */
    Role ruling() {
        Role wanted = settings.ruling();
        if (wanted != null) {
            return wanted;
        }
        return hasTokens() ? Role.ADMIN : Role.WRITE;
    }

    /** Who sends such credentials, or has such a session: credentials may be old ones that a browser remembers. */
    Sender sender(Credentials credentials, List<SessionSecret> secrets) {
        return secrets.stream()
                .flatMap(secret -> sessions.caller(secret).map(caller -> Sender.inSession(caller, secret)).stream())
                .findFirst()
                .orElseGet(() -> sender(credentials));
    }

    private Sender sender(Credentials credentials) {
        if (credentials instanceof Credentials.Bearer bearer) {
            return bearer(bearer);
        }
        return isEmpty() ? Sender.ANYBODY : Sender.of(account(credentials));
    }

    private Optional<Caller> account(Credentials credentials) {
        if (credentials instanceof Credentials.Basic basic) {
            return settings.accounts().stream()
                    .filter(account -> account.isOf(basic.name(), basic.password()))
                    .findFirst()
                    .map(Account::caller);
        }
        return credentials instanceof Credentials.None ? Optional.of(Caller.NOBODY) : Optional.empty();
    }

    private Sender bearer(Credentials.Bearer bearer) {
        return store.read(kept -> {
            Optional<AccessToken> token = token(bearer, kept.accessTokens());
            boolean isGuarded = !settings.accounts().isEmpty()
                    || knowsOfTokens
                    || note(token.isPresent() || kept.accessTokens().any());
            return isGuarded ? Sender.of(token.map(Caller::of)) : Sender.ANYBODY;
        });
    }

    private Optional<AccessToken> token(Credentials.Bearer bearer, AccessTokens tokens) {
        return tokens.byDigest(Digest.hex(bearer.secret())).filter(token -> token.isValid(clock.instant()));
    }
}
