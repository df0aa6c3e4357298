package dev.contract.broker.access;

import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param role null for who may do nothing that needs an account
 */
record Caller(String name, @Nullable Role role) {
    /** Who did not say. */
    static final Caller NOBODY = new Caller("-", null);

    static Caller of(AccessToken token) {
        return new Caller(token.name(), token.role());
    }

    boolean mayDo(Role needed) {
        return role != null && role.covers(needed);
    }
}
