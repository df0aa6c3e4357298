package dev.contract.provider.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.problem.ContractException;
import dev.contract.provider.tls.TestKeys;
import dev.contract.provider.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are reached by HTTPS. */
@Timeout(30)
class SecureTargetTest {
    private static final HttpRequest GET = HttpRequest.of("GET", "/");
    private static final RawService.Script OK = (request, connection) -> connection.sendJson("{}");
    private static final String TRUST = "; name a PEM file with the certificate of its CA: .trusting(…), --trust FILE";

    @TempDir
    private Path directory;

    private static Access access(Tls tls) {
        return Access.DEFAULT.withTls(tls);
    }

    private Tls trustingTheCa() throws Exception {
        return Tls.DEFAULT.trusting(TestKeys.certificate(directory, "ca"));
    }

    private static int status(RawService service, Tls tls) throws ExchangeException {
        try (HttpTarget target = HttpTarget.at("https://" + service.authority(), access(tls))) {
            return target.send(GET).status();
        }
    }

    /** What is told of the failure, with a name for the service. */
    private static String failure(RawService service, Tls tls) {
        try {
            return "status " + status(service, tls);
        } catch (ExchangeException e) {
            return e.getMessage().replace(service.authority(), "SERVICE");
        }
    }

    @Nested
    class WhomToTrust {
        @Test
        void a_ca_of_ones_own_is_named_by_a_file() throws Exception {
            try (RawService service = new RawService(TestKeys.listen("server"), OK)) {
                assertThat(status(service, trustingTheCa())).isEqualTo(200);
            }
        }

        @Test
        void a_context_of_the_jdk_says_it_as_well_and_connections_are_kept() throws Exception {
            try (RawService service = new RawService(TestKeys.listen("server"), OK);
                    HttpTarget target =
                            HttpTarget.at("https://" + service.authority(), access(Tls.of(TestKeys.trusting())))) {
                assertThat(target.send(GET).status()).isEqualTo(200);
                assertThat(target.send(GET).status()).isEqualTo(200);
                assertThat(service.connections()).isEqualTo(1);
            }
        }

        @Test
        void a_ca_that_nobody_named_is_not_trusted() throws Exception {
            try (RawService service = new RawService(TestKeys.listen("server"), OK)) {
                assertThat(failure(service, Tls.DEFAULT))
                        .isEqualTo("no TLS connection to https://SERVICE: nobody that is trusted here vouches for its"
                                + " certificate" + TRUST);
                assertThat(service.requests()).isEmpty();
            }
        }

        @Test
        void a_certificate_that_has_expired_is_told() throws Exception {
            try (RawService service = new RawService(TestKeys.listen("expired"), OK)) {
                assertThat(failure(service, trustingTheCa()))
                        .isEqualTo("no TLS connection to https://SERVICE: its certificate has expired; renew it, and"
                                + " check the clock here");
            }
        }

        @Test
        void a_certificate_for_another_host_is_told() throws Exception {
            try (RawService service = new RawService(TestKeys.listen("elsewhere"), OK)) {
                assertThat(failure(service, trustingTheCa()))
                        .isEqualTo("no TLS connection to https://SERVICE: its certificate is not for the host"
                                + " 127.0.0.1; address it by a name that its certificate holds");
            }
        }

        @Test
        void nothing_is_checked_when_anybody_is_trusted() throws Exception {
            for (String alias : new String[] {"server", "expired", "elsewhere"}) {
                try (RawService service = new RawService(TestKeys.listen(alias), OK)) {
                    assertThat(status(service, Tls.DEFAULT.trustingAnybody())).isEqualTo(200);
                }
            }
        }

        @Test
        void a_file_that_holds_no_certificate_is_named_before_anything_is_sent() throws IOException {
            Path file = Files.writeString(directory.resolve("ca.pem"), "nothing");

            assertThatThrownBy(() -> HttpTarget.at("https://127.0.0.1:1", access(Tls.DEFAULT.trusting(file))))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-TLS  a file for TLS is not usable
                              where  %s
                              found  no certificate that can be read
                              mend   give a PEM file with -----BEGIN CERTIFICATE-----""".formatted(file));
        }
    }

    @Nested
    class AsWhomToAppear {
        @Test
        void a_certificate_is_shown_to_who_demands_one() throws Exception {
            Tls tls = trustingTheCa()
                    .showing(TestKeys.certificate(directory, "client"), TestKeys.key(directory, "client"));
            try (RawService service = new RawService(TestKeys.demandingCertificates(), OK)) {
                assertThat(status(service, tls)).isEqualTo(200);
            }
        }

        @Test
        void a_context_of_the_jdk_may_hold_it() throws Exception {
            try (RawService service = new RawService(TestKeys.demandingCertificates(), OK)) {
                assertThat(status(service, Tls.of(TestKeys.showing("client")))).isEqualTo(200);
            }
        }

        @Test
        void a_service_that_demands_one_is_told_when_there_is_none() throws Exception {
            try (Doorman doorman = new Doorman();
                    HttpTarget target = HttpTarget.at(doorman.url(), access(trustingTheCa()))) {
                // which alert a JDK sends depends on its version
                assertThatThrownBy(() -> target.send(GET))
                        .extracting(e -> e.getMessage().replaceFirst("certificate_required", "bad_certificate"))
                        .isEqualTo("the service ended the TLS connection: it demands a client certificate that it"
                                + " trusts (bad_certificate); show one: .clientCertificate(…), --client-certificate"
                                + " FILE --client-key FILE");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-----BEGIN RSA PRIVATE KEY-----\n",
                    "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n",
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                })
        void a_key_in_another_form_is_told_with_the_way_to_convert_it(String text) throws Exception {
            Path key = Files.writeString(directory.resolve("key.pem"), text);
            Tls tls = Tls.DEFAULT.showing(TestKeys.certificate(directory, "client"), key);

            assertThatThrownBy(() -> HttpTarget.at("https://127.0.0.1:1", access(tls)))
                    .hasMessage("""
                            CONTRACT-TLS  a file for TLS is not usable
                              where  %s
                              found  no private key in PKCS#8 form without a password
                              mend   convert it: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW""".formatted(key));
        }
    }

    @Nested
    class OtherFaults {
        @Test
        void a_service_that_speaks_no_tls() {
            try (RawService service = RawService.greeting("220 mail.example ESMTP\r\n")) {
                assertThat(failure(service, Tls.DEFAULT))
                        .isEqualTo("no TLS connection to https://SERVICE: what answers there speaks no TLS; check the"
                                + " port, or write http://");
            }
        }

        @Test
        void a_service_that_hangs_is_left_in_time() throws Exception {
            ExchangeLimits limits = ExchangeLimits.DEFAULT.withTime(Duration.ofSeconds(2));
            try (RawService service =
                            new RawService(TestKeys.listen("server"), (request, connection) -> connection.hang());
                    HttpTarget target = HttpTarget.at(
                            "https://" + service.authority(),
                            access(trustingTheCa()).withLimits(limits))) {
                assertThatThrownBy(() -> target.send(GET)).hasMessage("no response within the time limit of 2 s");
            }
        }
    }

    /** Demands a certificate, and leaves the connection open when there is none: so its alert always arrives. */
    private static final class Doorman implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private volatile Socket guest = new Socket();

        Doorman() throws IOException {
            Thread thread = new Thread(this::turnAway, "doorman");
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "https://127.0.0.1:" + server.getLocalPort();
        }

        private void turnAway() {
            try {
                guest = server.accept();
                SSLSocketFactory factory = TestKeys.showing("server").getSocketFactory();
                SSLSocket secured = (SSLSocket) factory.createSocket(guest, null, guest.getPort(), false);
                secured.setUseClientMode(false);
                secured.setNeedClientAuth(true);
                secured.startHandshake();
            } catch (Exception e) {
                // as it was meant to be
            }
        }

        @Override
        public void close() throws IOException {
            guest.close();
            server.close();
        }
    }
}
