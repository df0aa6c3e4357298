package dev.contract.consumer.tls;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * As whom a stub appears by TLS, and what its clients need for that.
 *
 * <pre>{@code
 * StubSettings settings = StubSettings.DEFAULT.withTls(StubTls.generated().demandingClientCertificate());
 * …
 * HttpClient client = HttpClient.newBuilder().sslContext(settings.tls().clientContext()).build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class StubTls {
    /** Of every key store that is handed out here: what it guards is worth nothing. */
    public static final String PASSWORD = "contract";

    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "::1");

    private final KeyStore own;
    private final String password;
    private final @Nullable KeyStore clients;
    private final @Nullable Identity client;
    private final List<Certificate> trusted;
    private final SSLContext serverContext;

    /** Made when it is first needed: it takes the JVM a while to load what it needs for that. */
    private static final class Generated {
        static final Authority AUTHORITY = new Authority("contract stubs", Clock.systemUTC());
        static final StubTls HERE_ONLY = forHosts(HERE);

        static StubTls forHosts(List<String> hosts) {
            return new StubTls(store(AUTHORITY.server("contract stub", hosts)), PASSWORD, null, null);
        }
    }

    private StubTls(KeyStore own, String password, @Nullable KeyStore clients, @Nullable Identity client) {
        this.own = own;
        this.password = password;
        this.clients = clients;
        this.client = client;
        this.trusted = issuers(own);
        this.serverContext = context(own, password, clients);
    }

    /**
     * With a certificate for this machine, of an authority that this JVM makes for itself.
     *
     * @param moreHosts names and addresses beside {@code localhost}, {@code 127.0.0.1} and {@code ::1} by which clients reach the stub
     * @throws ContractException if one of them can be neither
     */
    public static StubTls generated(String... moreHosts) {
        return moreHosts.length == 0
                ? Generated.HERE_ONLY
                : Generated.forHosts(
                        Stream.concat(HERE.stream(), Stream.of(moreHosts)).toList());
    }

    /**
     * With the key and the certificates of a file, PKCS#12 or JKS.
     *
     * @param password of the file and of the key in it
     * @throws ContractException if it cannot be read, or has no key
     */
    public static StubTls of(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(in, password.toCharArray());
            return of(store, password);
        } catch (NoSuchFileException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-TLS", "there is no such key store")
                            .found("no file " + file.toAbsolutePath().normalize())
                            .mend("correct the path, which is seen from the folder that tests run in"),
                    e);
        } catch (IOException | GeneralSecurityException e) {
            throw new ContractException(unusable(e.toString()).at(file.toString()), e);
        } catch (ContractException e) {
            throw new ContractException(
                    e.problems().stream().map(each -> each.at(file.toString())).toList());
        }
    }

    /**
     * With the key and the certificates of a store.
     *
     * @param password of the key in it
     * @throws ContractException if there is no key in it, or its password is another
     */
    public static StubTls of(KeyStore store, String password) {
        return new StubTls(store, password, null, null);
    }

    /** The same, and clients must show the certificate that {@link #clientKeyStore} and {@link #clientContext} hold. */
    public StubTls demandingClientCertificate() {
        KeyStore trust = store(List.of(Generated.AUTHORITY.certificate()));
        return new StubTls(own, password, trust, Generated.AUTHORITY.client("contract client"));
    }

    /**
     * The same, and clients must show a certificate.
     *
     * @param issuers who may have signed it
     */
    public StubTls demandingClientCertificate(KeyStore issuers) {
        return new StubTls(own, password, issuers, null);
    }

    /** Whether clients must show a certificate. */
    public boolean demandsClientCertificate() {
        return clients != null;
    }

    /** What a stub needs. */
    public SSLContext serverContext() {
        return serverContext;
    }

    /** A key store of the certificates, one for each key of the stub, that a client must trust; it has {@link #PASSWORD}. */
    public KeyStore trustStore() {
        return store(trusted);
    }

    /** The same as text: {@code -----BEGIN CERTIFICATE-----} and so on. */
    public String trustPem() {
        StringBuilder pem = new StringBuilder();
        for (Certificate each : trusted) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(each)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }

    /**
     * A key store of the certificate that a client must show, and of its key; both have {@link #PASSWORD}.
     *
     * @throws ContractException if none was made: none is demanded, or one of somebody else
     */
    public KeyStore clientKeyStore() {
        if (client == null) {
            throw new ContractException(Problem.error(
                            "CONTRACT-TLS", "there is no client certificate that the stub could hand out")
                    .found(clients == null ? "it demands none" : "it demands one of an issuer that the test gave")
                    .mend("demand one by demandingClientCertificate(), without an issuer"));
        }
        return store(client);
    }

    /** What a client of the JDK needs: it trusts the stub and nobody else, and shows the certificate that was made for it, if one was. */
    public SSLContext clientContext() {
        return context(client == null ? null : clientKeyStore(), PASSWORD, trustStore());
    }

    /**
     * What a client of the JDK needs that trusts the certificates of a PEM file and nobody else, as {@link #trustPem} writes them.
     *
     * @throws ContractException if it cannot be read, or has none
     */
    public static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> trusted =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!trusted.isEmpty()) {
                return context(null, PASSWORD, store(trusted));
            }
            throw new ContractException(untrusted(file, "no certificate in it"));
        } catch (IOException | GeneralSecurityException e) {
            throw new ContractException(untrusted(file, e.toString()), e);
        }
    }

    private static Problem untrusted(Path file, String finding) {
        return Problem.error("CONTRACT-TLS", "nobody can be trusted by this file")
                .at(file.toString())
                .found(Quoted.text(finding))
                .mend(
                        "give a PEM file with -----BEGIN CERTIFICATE-----, as contract stub --certificate-file writes it");
    }

    private static SSLContext context(@Nullable KeyStore keys, String password, @Nullable KeyStore trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keys == null ? null : managers(keys, password).getKeyManagers(),
                    trust == null ? null : managers(trust).getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ContractException(unusable(e.toString()), e);
        }
    }

    private static KeyManagerFactory managers(KeyStore keys, String password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password.toCharArray());
        return factory;
    }

    private static TrustManagerFactory managers(KeyStore trust) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        return factory;
    }

    /** The last certificate of each chain: whoever trusts it, trusts the chain. */
    private static List<Certificate> issuers(KeyStore store) {
        try {
            List<Certificate> issuers = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    Certificate[] chain = store.getCertificateChain(alias);
                    issuers.add(chain[chain.length - 1]);
                }
            }
            if (issuers.isEmpty()) {
                throw new ContractException(unusable("no private key in it"));
            }
            return List.copyOf(issuers);
        } catch (GeneralSecurityException e) {
            throw new ContractException(unusable(e.toString()), e);
        }
    }

    private static Problem unusable(String finding) {
        return Problem.error("CONTRACT-TLS", "a stub cannot appear with this key store")
                .found(Quoted.text(finding))
                .mend("give a PKCS#12 or JKS file with one private key, and its password: openssl pkcs12 -export"
                        + " -inkey key.pem -in certificate.pem -out stub.p12");
    }

    private static KeyStore store(Identity identity) {
        try {
            KeyStore store = empty();
            Certificate[] chain = identity.chain().toArray(Certificate[]::new);
            store.setKeyEntry("own", identity.key(), PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM cannot keep a key", e);
        }
    }

    private static KeyStore store(List<? extends Certificate> certificates) {
        try {
            KeyStore store = empty();
            for (Certificate each : certificates) {
                store.setCertificateEntry("issuer-" + store.size(), each);
            }
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM cannot keep a certificate", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read here", e);
        }
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
