package dev.contract.provider.tls;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust and as whom to appear when somebody is reached by HTTPS; files are in PEM form.
 *
 * <p>Immutable.
 *
 * @param given a context that says all of it; null where the others say it
 * @param trusted certificates to trust beside the JVM's own; null for none
 * @param trustsAnybody no certificate is checked at all
 * @param certificate the client's own chain; null when it shows none
 * @param key the private key of that chain, PKCS#8 without a password
 */
public record Tls(
        @Nullable SSLContext given,
        @Nullable Path trusted,
        boolean trustsAnybody,
        @Nullable Path certificate,
        @Nullable Path key) {
    /** As the JVM does it. */
    public static final Tls DEFAULT = new Tls(null, null, false, null, null);

    private static final char[] NO_PASSWORD = new char[0];

    /** Whatever a context of the JDK says, in place of all else. */
    public static Tls of(SSLContext context) {
        return new Tls(context, null, false, null, null);
    }

    /** Also trusts the certificates of a PEM file. */
    public Tls trusting(Path file) {
        return new Tls(null, file, trustsAnybody, certificate, key);
    }

    /** Checks no certificate, and so no host: whoever answers is taken for who was meant. */
    public Tls trustingAnybody() {
        return new Tls(null, trusted, true, certificate, key);
    }

    /** Shows a certificate. */
    public Tls showing(Path ownCertificate, Path ownKey) {
        return new Tls(null, trusted, trustsAnybody, ownCertificate, ownKey);
    }

    /**
     * The same for the JDK.
     *
     * @throws ContractException if a file cannot be read or holds something else
     */
    public SSLContext context() {
        if (given != null) {
            return given;
        }
        try {
            if (equals(DEFAULT)) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManagerFactory own = ownKey();
            context.init(own == null ? null : own.getKeyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JVM cannot set up TLS", e);
        }
    }

    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
        if (trustsAnybody) {
            return new TrustManager[] {new Credulous()};
        }
        if (trusted == null) {
            return null;
        }
        KeyStore store = empty();
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate issuer : known.getAcceptedIssuers()) {
                    store.setCertificateEntry("jvm-" + store.size(), issuer);
                }
            }
        }
        for (Certificate each : certificates(trusted)) {
            store.setCertificateEntry("file-" + store.size(), each);
        }
        return factory(store).getTrustManagers();
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private @Nullable KeyManagerFactory ownKey() throws GeneralSecurityException, IOException {
        if (certificate == null || key == null) {
            return null;
        }
        KeyStore store = empty();
        store.setKeyEntry(
                "own", privateKey(key), NO_PASSWORD, certificates(certificate).toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(read(file)));
            if (!found.isEmpty()) {
                return new ArrayList<>(found);
            }
        } catch (GeneralSecurityException e) {
            // The problem below says the same in fewer words.
        }
        throw unusable(file, "no certificate that can be read", "give a PEM file with -----BEGIN CERTIFICATE-----");
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException {
        String text = new String(read(file), StandardCharsets.US_ASCII);
        int start = text.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = text.indexOf("-----END PRIVATE KEY-----");
        if (start >= 0 && end > start) {
            String encoded = text.substring(start + 27, end);
            for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
                try {
                    byte[] der = Base64.getMimeDecoder().decode(encoded);
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (InvalidKeySpecException | IllegalArgumentException e) {
                    // A key of another algorithm, or none: the next one is tried.
                }
            }
        }
        throw unusable(
                file,
                "no private key in PKCS#8 form without a password",
                "convert it: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unusable(file, "it cannot be read: " + e, "check the name and the permissions");
        }
    }

    private static ContractException unusable(Path file, String finding, String advice) {
        return new ContractException(Problem.error("CONTRACT-TLS", "a file for TLS is not usable")
                .at(file.toString())
                .found(finding)
                .mend(advice));
    }

    /** Trusts whoever answers: asked for in so many words. Extended, because of all others the JDK would check names and key sizes itself. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
