package dev.contract.consumer.tls;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who vouches for others: a certificate that signs certificates, made afresh, whose key is nowhere but in this memory.
 *
 * <p>The form is that of RFC 5280, with what strict clients look for: names of hosts as {@code subjectAltName}, what a key is for, and
 * the identifiers of both keys. Immutable and thread-safe.
 */
final class Authority {
    /** Small keys, quickly made, that every client knows. */
    private static final String CURVE = "secp256r1";

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final byte[] SIGNATURE_ID = Der.sequence(Der.id("1.2.840.10045.4.3.2"));

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";

    private static final byte[] SIGNS_CERTIFICATES = {0b0000_0110};
    private static final byte[] SIGNS_DATA = {(byte) 0b1000_0000};

    /** Clocks differ, between machines and between a machine and its containers. */
    private static final Duration BEFORE = Duration.ofDays(1);

    /** Some clients refuse more than 398 days. */
    private static final Duration AFTER = Duration.ofDays(365);

    private final Instant now;
    private final String name;
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate;

    /**
     * @param name for the eyes of people
     * @param clock from a day before its time, certificates are valid for a year
     */
    Authority(String name, Clock clock) {
        this.name = name;
        this.now = clock.instant();
        this.certificate = signed(
                name,
                keys.getPublic(),
                List.of(
                        critical(BASIC_CONSTRAINTS, Der.sequence(Der.bool(true))),
                        critical(KEY_USAGE, Der.bits(SIGNS_CERTIFICATES, 1))));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /**
     * A server under some names.
     *
     * @param hosts names and addresses, at least one
     */
    Identity server(String subject, List<String> hosts) {
        return issued(subject, FOR_SERVERS, ordinary(ALTERNATIVE_NAMES, alternatives(hosts)));
    }

    /** A client. */
    Identity client(String subject) {
        return issued(subject, FOR_CLIENTS, null);
    }

    private Identity issued(String subject, String purpose, byte @Nullable [] more) {
        KeyPair own = newKeys();
        List<byte[]> extensions = new ArrayList<>(List.of(
                critical(KEY_USAGE, Der.bits(SIGNS_DATA, 7)),
                ordinary(EXTENDED_KEY_USAGE, Der.sequence(Der.id(purpose))),
                ordinary(AUTHORITY_KEY, Der.sequence(Der.implicit(0, digest(keys.getPublic()))))));
        if (more != null) {
            extensions.add(more);
        }
        X509Certificate issued = signed(subject, own.getPublic(), extensions);
        return new Identity(own.getPrivate(), List.of(issued, certificate));
    }

    private X509Certificate signed(String subject, PublicKey key, List<byte[]> extensions) {
        List<byte[]> all = new ArrayList<>(extensions);
        all.add(ordinary(SUBJECT_KEY, Der.octets(digest(key))));
        byte[] content = Der.sequence(
                Der.numbered(0, Der.integer(BigInteger.TWO)), // version 3
                Der.integer(new BigInteger(127, new SecureRandom()).add(BigInteger.ONE)),
                SIGNATURE_ID,
                named(name),
                Der.sequence(Der.time(now.minus(BEFORE)), Der.time(now.plus(AFTER))),
                named(subject),
                key.getEncoded(),
                Der.numbered(3, Der.sequence(all.toArray(byte[][]::new))));
        return read(Der.sequence(content, SIGNATURE_ID, Der.bits(signature(keys.getPrivate(), content))));
    }

    private static byte[] named(String name) {
        return Der.sequence(Der.set(Der.sequence(Der.id(COMMON_NAME), Der.text(name))));
    }

    private static byte[] critical(String id, byte[] value) {
        return Der.sequence(Der.id(id), Der.bool(true), Der.octets(value));
    }

    private static byte[] ordinary(String id, byte[] value) {
        return Der.sequence(Der.id(id), Der.octets(value));
    }

    private static byte[] alternatives(List<String> hosts) {
        return Der.sequence(hosts.stream().map(Authority::alternative).toArray(byte[][]::new));
    }

    /** Clients look for addresses among the addresses only, and for names among the names. */
    private static byte[] alternative(String host) {
        return isAddress(host)
                ? Der.implicit(7, address(host))
                : Der.implicit(2, host.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'));
    }

    private static byte[] address(String host) {
        try {
            return InetAddress.getByName(host).getAddress();
        } catch (UnknownHostException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-TLS", "a certificate cannot be made for this host")
                            .found(Quoted.text(host))
                            .mend(
                                    "give names and addresses without ports: StubTls.generated(\"stub.example\", \"10.0.0.7\")"),
                    e);
        }
    }

    private static byte[] digest(PublicKey key) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private static byte[] signature(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private static IllegalStateException unavailable(GeneralSecurityException e) {
        return new IllegalStateException("the JVM cannot make a certificate", e);
    }
}
