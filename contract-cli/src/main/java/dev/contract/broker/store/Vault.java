package dev.contract.broker.store;

import dev.contract.broker.domain.StoreTrouble;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps texts that hold secrets: encrypted (AES-GCM) when there is a key, as they are when there is none. What was written without a key
 * is read with one as well. Thread-safe.
 */
public final class Vault {
    /** Without a key. */
    public static final Vault OPEN = new Vault(null);

    private static final String MARK = "aes-gcm:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private Vault(@Nullable SecretKey key) {
        this.key = key;
    }

    /**
     * With a key.
     *
     * @param base64 32 bytes, as {@code openssl rand -base64 32} prints them
     * @throws StoreException if it is something else
     */
    public static Vault withKey(String base64) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new StoreException(Problem.error("BROKER-KEY", "the key for secrets is not one of 32 bytes in Base64")
                    .found(bytes.length == 0 ? "what is no Base64" : bytes.length + " bytes")
                    .mend("make one with: openssl rand -base64 32"));
        }
        return new Vault(new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * A text as it is kept.
     *
     * @param place what the text belongs to: it can be read there only
     */
    String close(String text, String place) {
        if (key == null) {
            return text;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return MARK + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot encrypt", e);
        }
    }

    /** @throws StoreTrouble if the text was encrypted with a key that is not this one */
    String open(String stored, String place) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        if (key == null) {
            throw locked(place, "no key");
        }
        byte[] whole = Base64.getDecoder().decode(stored.substring(MARK.length()));
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE_BYTES), place)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw (StoreTrouble) locked(place, "another key").initCause(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static StoreTrouble locked(String place, String found) {
        return new StoreTrouble(
                StoreTrouble.Kind.LOCKED,
                Problem.error("BROKER-KEY", "the request of a webhook is encrypted and cannot be read")
                        .at("webhook " + place)
                        .found(found)
                        .mend(
                                "start the broker with the key that it was written with (CONTRACT_BROKER_SECRET_KEY), or write the webhook anew"));
    }
}
