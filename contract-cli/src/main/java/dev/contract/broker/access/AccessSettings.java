package dev.contract.broker.access;

import dev.contract.broker.domain.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what.
 *
 * @param open what everybody may have without an account
 * @param ruling the role that may do what needs {@link Role#ADMIN}; null for ADMIN as soon as there is a token, before that WRITE
 * @param origins pages of other servers whose scripts may ask, as {@code https://ui.example}
 * @param proxies who is believed about where a request comes from
 * @param insecureOpen whether everybody who reaches the port may do everything when there is no account
 */
public record AccessSettings(
        List<Account> accounts,
        Set<Openness> open,
        @Nullable Role ruling,
        List<String> origins,
        TrustedProxies proxies,
        boolean insecureOpen) {
    /** No accounts, and only for this machine. */
    public static final AccessSettings LOCAL =
            new AccessSettings(List.of(), Set.of(), null, List.of(), TrustedProxies.NONE, false);

    /** Something that may be had without an account where accounts are needed otherwise. */
    public enum Openness {
        /** Whether the broker is there. */
        HEARTBEAT,

        /** Badges. */
        BADGES,

        /** Everything that can be read. */
        READING
    }

    public AccessSettings {
        accounts = List.copyOf(accounts);
        open = Set.copyOf(open);
        origins = origins.stream().map(AccessSettings::withoutSlash).toList();
    }

    private static String withoutSlash(String origin) {
        return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    }

    public AccessSettings withAccounts(List<Account> others) {
        return new AccessSettings(others, open, ruling, origins, proxies, insecureOpen);
    }

    public AccessSettings withOpen(Set<Openness> others) {
        return new AccessSettings(accounts, others, ruling, origins, proxies, insecureOpen);
    }

    public AccessSettings withRuling(@Nullable Role other) {
        return new AccessSettings(accounts, open, other, origins, proxies, insecureOpen);
    }

    public AccessSettings withOrigins(List<String> others) {
        return new AccessSettings(accounts, open, ruling, others, proxies, insecureOpen);
    }

    public AccessSettings withProxies(TrustedProxies others) {
        return new AccessSettings(accounts, open, ruling, origins, others, insecureOpen);
    }

    public AccessSettings withInsecureOpen(boolean wanted) {
        return new AccessSettings(accounts, open, ruling, origins, proxies, wanted);
    }
}
