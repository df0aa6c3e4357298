package dev.contract.provider.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** The keys of {@code keys.p12}, which {@code make-keys.sh} beside it makes: a CA that nobody trusts, and what it signed. */
public final class TestKeys {
    private static final char[] PASSWORD = "password".toCharArray();

    private TestKeys() {}

    /** Shows one certificate, {@code server} for example, and trusts the CA. */
    public static SSLContext showing(String alias) throws GeneralSecurityException, IOException {
        KeyStore own = empty();
        own.setEntry(alias, store().getEntry(alias, protection()), protection());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    /** Trusts the CA, and shows nothing. */
    public static SSLContext trusting() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust().getTrustManagers(), null);
        return context;
    }

    public static ServerSocket listen(String alias) throws GeneralSecurityException, IOException {
        return showing(alias).getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    /** Lets in only those who show a certificate of the CA. */
    public static ServerSocket demandingCertificates() throws GeneralSecurityException, IOException {
        SSLServerSocket server = (SSLServerSocket) listen("server");
        server.setNeedClientAuth(true);
        return server;
    }

    /** The certificate as a PEM file. */
    public static Path certificate(Path directory, String alias) throws GeneralSecurityException, IOException {
        return pem(
                directory.resolve(alias + ".pem"),
                "CERTIFICATE",
                store().getCertificate(alias).getEncoded());
    }

    /** The private key as a PEM file. */
    public static Path key(Path directory, String alias) throws GeneralSecurityException, IOException {
        Key key = store().getKey(alias, PASSWORD);
        return pem(directory.resolve(alias + "-key.pem"), "PRIVATE KEY", key.getEncoded());
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        KeyStore known = empty();
        known.setCertificateEntry("ca", store().getCertificate("ca"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory;
    }

    private static KeyStore.ProtectionParameter protection() {
        return new KeyStore.PasswordProtection(PASSWORD);
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = TestKeys.class.getResourceAsStream("keys.p12")) {
            store.load(bytes, PASSWORD);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
