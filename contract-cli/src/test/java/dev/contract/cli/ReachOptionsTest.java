package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.contract.cli.Cli.Ended;
import dev.contract.readme.Readme;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers behind certificates and proxies, at several addresses, within limits of time. */
class ReachOptionsTest {
    private static final String OK = "ok      shop → users  1 interaction\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void write() {
        Contracts.write(directory, "contract.json", """
                {
                  "consumer": {"name": "shop"},
                  "provider": {"name": "users"},
                  "interactions": [{
                    "type": "Synchronous/HTTP",
                    "description": "a request for user 1",
                    "request": {"method": "GET", "path": "/users/1"},
                    "response": {"status": 200}
                  }],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """);
    }

    private Cli cli() {
        return new Cli(directory);
    }

    private static Ended verify(Cli cli, String url, String... options) {
        String[] words = new String[options.length + 5];
        System.arraycopy(
                new String[] {"verify", "contract.json", "--provider=users", "--lanes=1", "--url=" + url},
                0,
                words,
                0,
                5);
        System.arraycopy(options, 0, words, 5, options.length);
        return cli.run(words);
    }

    @Nested
    class ByHttps {
        @Test
        void a_ca_and_a_client_certificate_are_named_by_files() throws Exception {
            try (SecureService users = new SecureService()) {
                pem("ca", "ca.pem");
                pem("client", "client.pem");

                Ended ended = verify(
                        cli(),
                        users.url(),
                        "--trust=ca.pem",
                        "--client-certificate=client.pem",
                        "--client-key=key.pem");

                assertThat(ended).isEqualTo(new Ended(0, OK, ""));
            }
        }

        @Test
        void a_provider_that_nobody_vouches_for_was_not_verified_and_can_be_replayed_alike() throws Exception {
            try (SecureService users = new SecureService()) {
                pem("client", "other.pem");

                Ended ended = verify(cli(), users.url(), "--trust=other.pem", "--time-limit=user 1=7");

                assertThat(ended.exitCode()).isEqualTo(2);
                assertThat(ended.out())
                        .contains(
                                "no TLS connection to " + users.url() + ": nobody that is trusted here vouches for its"
                                        + " certificate; name a PEM file with the certificate of its CA: .trusting(…), --trust FILE\n")
                        .contains("--url " + users.url() + " --trust other.pem --time-limit 'user 1=7' --only");
            }
        }

        @Test
        void whoever_answers_is_taken_for_the_provider_only_with_a_warning() throws Exception {
            try (SecureService users = new SecureService()) {
                pem("client", "client.pem");

                Ended ended = verify(
                        cli(),
                        users.url(),
                        "--disable-ssl-verification",
                        "--client-certificate=client.pem",
                        "--client-key=key.pem");

                assertThat(ended.exitCode()).isZero();
                assertThat(ended.out()).isEqualTo(OK + """

                        CONTRACT-TLS  the certificate of the service is not looked at
                          where  %s
                          found  whoever answers there is taken for the service
                          mend   name its CA instead: .trusting(Path.of("ca.pem")), --trust ca.pem
                        """.formatted(users.url()));
            }
        }

        @Test
        void a_file_that_is_not_there_is_told_before_anything_is_sent() {
            assertThat(verify(cli(), "https://127.0.0.1:1", "--trust=missing.pem")
                            .err())
                    .startsWith("""
                            CONTRACT-TLS  a file for TLS is not usable
                              where  DIR/missing.pem
                            """);
        }

        @Test
        void a_certificate_without_its_key_is_wrong_usage() {
            assertThat(verify(cli(), "https://127.0.0.1:1", "--client-certificate=client.pem"))
                    .isEqualTo(new Ended(64, "", """
                            CONTRACT-USAGE  --client-certificate and --client-key belong together
                              where  contract verify
                              mend   see contract verify --help
                            """));
        }
    }

    @Nested
    class ThroughAProxy {
        @Test
        void an_option_names_it_but_not_for_hosts_in_no_proxy() throws Exception {
            try (UserService proxy = UserService.whoseUsersHave("name")) {
                String option = "--proxy=" + proxy.url();

                assertThat(verify(cli(), "http://users.example", option)).isEqualTo(new Ended(0, OK, ""));
                assertThat(proxy.seen).containsExactly("GET http://users.example/users/1");
                assertThat(verify(cli().with("NO_PROXY", "127.0.0.1"), proxy.url(), "--proxy=http://127.0.0.1:1"))
                        .isEqualTo(new Ended(0, OK, ""));
            }
        }

        @Test
        void variables_name_it_but_never_for_this_machine() throws Exception {
            try (UserService proxy = UserService.whoseUsersHave("name")) {
                Cli behindProxy = cli().with("http_proxy", proxy.url());

                assertThat(verify(behindProxy, "http://users.example")).isEqualTo(new Ended(0, OK, ""));
                assertThat(verify(cli().with("HTTP_PROXY", "http://127.0.0.1:1"), proxy.url()))
                        .isEqualTo(new Ended(0, OK, ""));
            }
        }
    }

    @Nested
    class AtSeveralAddresses {
        @Test
        void an_interaction_goes_to_that_of_its_transport() throws Exception {
            String contract = Files.readString(directory.resolve("contract.json"));
            Contracts.write(
                    directory,
                    "contract.json",
                    contract.replace("\"description\"", "\"transport\": \"admin\", \"description\""));
            try (UserService admin = UserService.whoseUsersHave("name")) {
                assertThat(verify(cli(), "http://127.0.0.1:1", "--transport=admin=" + admin.url()))
                        .isEqualTo(new Ended(0, OK, ""));
            }
        }

        @Test
        void a_port_that_nobody_chooses_is_wrong_usage() {
            assertThat(verify(cli(), "http://127.0.0.1:1", "--transport=admin=http://127.0.0.1:{port:admin}")
                            .err())
                    .startsWith("CONTRACT-USAGE  {port} in --transport is the port that --start chooses: without"
                            + " --start, write the port\n");
        }
    }

    @Nested
    class InTime {
        @Test
        void a_limit_for_some_interactions_has_to_be_for_any() throws Exception {
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = verify(
                        cli(), users.url(), "--time-limit=user 1=20", "--time-limit=user 2=30", "--time-limit=5");

                assertThat(ended.out()).isEqualTo(OK + """

                        CONTRACT-LIMIT  a time limit is for no interaction: "user 2"
                          found  interactions "a request for user 1"
                          mend   give a text that the description contains
                        """);
            }
        }

        @Test
        void a_limit_of_state_changes_is_told_to_who_replays() {
            String url = "http://127.0.0.1:1";

            assertThat(verify(cli(), url, "--state-url=/states", "--state-time-limit=60")
                            .out())
                    .contains("--state-url /states --state-time-limit 60 --only");
            assertThat(verify(cli(), url, "--state-url=/states", "--state-time-limit=1m")
                            .err())
                    .startsWith(
                            "CONTRACT-USAGE  --state-time-limit is a whole number of seconds, at least 1, not \"1m\"\n");
        }

        @Test
        void a_limit_is_a_number_of_seconds() {
            assertThat(verify(cli(), "http://127.0.0.1:1", "--time-limit=a report=soon"))
                    .isEqualTo(new Ended(64, "", """
                            CONTRACT-USAGE  --time-limit is a whole number of seconds, at least 1, not "soon"
                              where  contract verify
                              mend   see contract verify --help
                            """));
        }
    }

    /** Writes a certificate of the provider's tests, and the client's key beside it. */
    private void pem(String alias, String name) throws Exception {
        write(name, "CERTIFICATE", keys().getCertificate(alias).getEncoded());
        write("key.pem", "PRIVATE KEY", keys().getKey("client", PASSWORD).getEncoded());
    }

    private void write(String name, String kind, byte[] bytes) {
        String text = Base64.getMimeEncoder().encodeToString(bytes);
        Contracts.write(directory, name, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static final char[] PASSWORD = "password".toCharArray();

    private static KeyStore keys() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(
                Readme.root().resolve("contract-provider/src/test/resources/dev/contract/provider/tls/keys.p12"))) {
            store.load(bytes, PASSWORD);
        }
        return store;
    }

    /** Answers only those who show a certificate. */
    private static final class SecureService implements AutoCloseable {
        private final HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        SecureService() throws Exception {
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            known.setCertificateEntry("ca", keys().getCertificate("ca"));
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    "server", keys().getKey("server", PASSWORD), PASSWORD, keys().getCertificateChain("server"));
            KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(own, PASSWORD);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters connection) {
                    SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                    parameters.setNeedClientAuth(true);
                    connection.setSSLParameters(parameters);
                }
            });
            server.createContext("/", exchange -> {
                byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "https://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
