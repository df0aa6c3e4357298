package dev.contract.broker.access;

import dev.contract.broker.domain.Role;
import java.security.MessageDigest;
import java.util.HexFormat;

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

    /** A colon that is typed in a form does not go over from the name to the password. */
    boolean isOf(String otherName, String password) {
        return otherName.indexOf(':') < 0 && MessageDigest.isEqual(digest, digest(otherName, password));
    }

    /**
     * By what a session of this account is known again. It changes with the name and with the password, and says nothing of them to whoever has
     * not the secret of the session.
     */
    String proof(String secret) {
        return Digest.hex(secret + ":" + HexFormat.of().formatHex(digest));
    }

    boolean isProved(String proof, String secret) {
        return Digest.areEqual(proof, proof(secret));
    }

    Caller caller() {
        return new Caller(name, role);
    }
}
