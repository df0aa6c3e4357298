package dev.contract.broker.access;

import dev.contract.broker.domain.Role;
import java.security.MessageDigest;

/** A name and a password that stand in the settings of a broker. The password itself is not kept. Immutable. */
public final class Account {
    private final String name;
    private final Role role;
    private final byte[] digest;

    private Account(String name, Role role, byte[] digest) {
        this.name = name;
        this.role = role;
        this.digest = digest;
    }

    public static Account of(String name, String password, Role role) {
        return new Account(name, role, digest(name, password));
    }

    /** A name has no colon, or it could not be sent. */
    private static byte[] digest(String name, String password) {
        return Digest.of(name + ":" + password);
    }

    boolean isOf(String otherName, String password) {
        return MessageDigest.isEqual(digest, digest(otherName, password));
    }

    Caller caller() {
        return new Caller(name, role);
    }
}
