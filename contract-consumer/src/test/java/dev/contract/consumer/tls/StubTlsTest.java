package dev.contract.consumer.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.problem.ContractException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubTlsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Authority authority = new Authority("somebody", Clock.fixed(NOON, ZoneOffset.UTC));

    private static X509Certificate first(Identity identity) {
        return identity.chain().get(0);
    }

    @Nested
    class ACertificate {
        @Test
        void of_a_server_is_for_its_names_and_addresses_only() throws Exception {
            X509Certificate server = first(authority.server("me", List.of("localhost", "127.0.0.1", "::1")));

            assertThat(server.getSubjectAlternativeNames())
                    .containsExactlyInAnyOrder(
                            List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
            assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
            assertThat(server.getSubjectX500Principal().getName()).isEqualTo("CN=me");
            assertThat(server.getIssuerX500Principal().getName()).isEqualTo("CN=somebody");
            assertThat(server.getBasicConstraints()).isEqualTo(-1);
        }

        @Test
        void of_a_client_is_for_clients() throws Exception {
            assertThat(first(authority.client("me")).getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        }

        @Test
        void of_an_authority_is_for_certificates_only() {
            assertThat(authority.certificate().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
            assertThat(authority.certificate().getKeyUsage())
                    .containsExactly(false, false, false, false, false, true, true, false, false);
        }

        @Test
        void is_valid_from_a_day_ago_for_a_year() {
            X509Certificate client = first(authority.client("me"));

            assertThat(client.getNotBefore()).isEqualTo(Date.from(Instant.parse("2026-02-28T12:00:00Z")));
            assertThat(client.getNotAfter()).isEqualTo(Date.from(Instant.parse("2027-03-01T12:00:00Z")));
        }

        @Test
        void stands_the_test_of_the_jdk() throws Exception {
            CertPath path = CertificateFactory.getInstance("X.509")
                    .generateCertPath(List.of(first(authority.server("me", List.of("localhost")))));
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate());
            PKIXParameters parameters = new PKIXParameters(trusted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(NOON));

            assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                    .isNotNull();
        }

        @Test
        void never_has_the_number_of_another() {
            assertThat(first(authority.client("me")).getSerialNumber())
                    .isPositive()
                    .isNotEqualTo(first(authority.client("me")).getSerialNumber());
        }
    }

    @Nested
    class AnIdentifier {
        @Test
        void takes_as_many_bytes_as_its_numbers_need() {
            assertThat(Der.id("2.5.4.3")).containsExactly(6, 3, 0x55, 4, 3);
            assertThat(Der.id("1.2.840.10045.4.3.2"))
                    .containsExactly(6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02);
            assertThat(Der.id("1.3.0.127.128")).containsExactly(6, 5, 0x2b, 0, 0x7f, 0x81, 0);
        }
    }

    @Nested
    class AText {
        @Test
        void has_its_length_before_it_however_long_it_is() {
            assertThat(Der.text("x".repeat(127))).startsWith(0x0c, 127, 'x').hasSize(129);
            assertThat(Der.text("x".repeat(128)))
                    .startsWith(0x0c, 0x81, 128, 'x')
                    .hasSize(131);
            assertThat(Der.text("x".repeat(256)))
                    .startsWith(0x0c, 0x82, 1, 0, 'x')
                    .hasSize(260);
        }
    }

    @Nested
    class AGeneratedOne {
        @Test
        void is_the_same_for_all_stubs() {
            assertThat(StubTls.generated()).isSameAs(StubTls.generated());
        }

        @Test
        void is_for_hosts_and_not_for_their_ports() {
            assertThatThrownBy(() -> StubTls.generated("localhost:8443"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-TLS  a certificate cannot be made for this host
                              found  "localhost:8443"
                              mend   give names and addresses without ports: StubTls.generated("stub.example", "10.0.0.7")""");
        }

        @Test
        void tells_whom_to_trust_as_a_store_and_as_text() throws Exception {
            StubTls tls = StubTls.generated("stub.example");
            KeyStore store = tls.trustStore();

            assertThat(store.size()).isEqualTo(1);
            assertThat(CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(tls.trustPem().getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo(store.getCertificate(store.aliases().nextElement()));
        }

        @Test
        void hands_out_a_client_certificate_if_it_demands_one() throws Exception {
            KeyStore store = StubTls.generated().demandingClientCertificate().clientKeyStore();

            assertThat(store.getKey("own", StubTls.PASSWORD.toCharArray()).getAlgorithm())
                    .isEqualTo("EC");
        }

        @Test
        void has_no_client_certificate_if_it_demands_none() {
            assertThatThrownBy(() -> StubTls.generated().clientKeyStore())
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-TLS  there is no client certificate that the stub could hand out
                              found  it demands none
                              mend   demand one by demandingClientCertificate(), without an issuer""");
        }

        @Test
        void has_no_client_certificate_of_somebody_else() {
            StubTls tls = StubTls.generated()
                    .demandingClientCertificate(StubTls.generated().trustStore());

            assertThatThrownBy(tls::clientKeyStore)
                    .hasMessageContaining("found  it demands one of an issuer that the test gave");
        }
    }

    @Nested
    class AGivenOne {
        @TempDir
        Path folder;

        private Path written(KeyStore store) throws IOException, GeneralSecurityException {
            Path file = folder.resolve("stub.p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, "secret".toCharArray());
            }
            return file;
        }

        private KeyStore keys(String type) throws GeneralSecurityException, IOException {
            Identity identity = authority.server("me", List.of("localhost"));
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            store.setKeyEntry(
                    "me",
                    identity.key(),
                    "secret".toCharArray(),
                    identity.chain().toArray(X509Certificate[]::new));
            return store;
        }

        @Test
        void may_be_of_either_kind() throws Exception {
            for (String type : List.of("PKCS12", "JKS")) {
                StubTls tls = StubTls.of(written(keys(type)), "secret");

                KeyStore trusted = tls.trustStore();
                assertThat(trusted.getCertificate(trusted.aliases().nextElement()))
                        .isEqualTo(authority.certificate());
            }
        }

        @Test
        void is_refused_with_another_password() throws Exception {
            Path file = written(keys("PKCS12"));

            assertThatThrownBy(() -> StubTls.of(file, "guess"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-TLS  a stub cannot appear with this key store
                              where  %s
                              found  "java.io.IOException: keystore password was incorrect"
                              mend   give a PKCS#12 or JKS file with one private key, and its password: openssl pkcs12 -export \
                            -inkey key.pem -in certificate.pem -out stub.p12""".formatted(file));
        }

        @Test
        void is_refused_without_a_key() throws Exception {
            Path file = written(StubTls.generated().trustStore());

            assertThatThrownBy(() -> StubTls.of(file, "secret"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-TLS  a stub cannot appear with this key store
                              where  %s
                              found  "no private key in it"
                              mend   give a PKCS#12 or JKS file with one private key, and its password: openssl pkcs12 -export \
                            -inkey key.pem -in certificate.pem -out stub.p12""".formatted(file));
        }

        @Test
        void is_refused_if_there_is_none() {
            Path file = folder.resolve("nowhere.p12");

            assertThatThrownBy(() -> StubTls.of(file, "secret"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-TLS  there is no such key store
                              found  no file %s
                              mend   correct the path, which is seen from the folder that tests run in""".formatted(file));
        }
    }
}
