package dev.contract.provider.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.provider.target.RawService;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HttpBrokerTransportTest {
    private final Deque<int[]> answers = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The next status, then perhaps the seconds of a Retry-After; 200 when none is left. */
    private synchronized void answer(HttpExchange exchange) throws IOException {
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("X-Team") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int[] answer = answers.isEmpty() ? new int[] {200} : answers.remove();
        if (answer.length > 1) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(answer[1]));
        }
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer[0], body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpBrokerTransport.Builder transport() {
        return HttpBrokerTransport.to(url()).pause(pauses::add).onRetry(log::add);
    }

    private static final HttpRequest GET = HttpRequest.of("GET", "/");

    @Test
    void sends_path_query_credentials_headers_and_body() {
        HttpRequest request = HttpRequest.of("POST", "/a%2Fb")
                .withQuery(Query.parse("q%5B%5D=1"))
                .withBody(Body.of("{}".getBytes(StandardCharsets.UTF_8)));

        try (HttpBrokerTransport transport = HttpBrokerTransport.to(url() + "/base/")
                .basic("me", "pässword")
                .header("X-Team", "one")
                .build()) {
            HttpResponse response = transport.send(request);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().text()).isEqualTo("{}");
            assertThat(seen).containsExactly("POST /base/a%2Fb?q%5B%5D=1 Basic bWU6cMOkc3N3b3Jk one {}");
        }
    }

    @Nested
    @Timeout(60)
    class AnAnswerWithoutAnEnd {
        @Test
        void is_cut_when_it_is_too_large_and_not_asked_for_again() {
            try (RawService endless = new RawService((request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                        while (true) {
                            connection.send("100000\r\n" + "x".repeat(1 << 20) + "\r\n");
                        }
                    });
                    HttpBrokerTransport transport = to(endless).build()) {
                assertThatThrownBy(() -> transport.send(GET))
                        .isInstanceOf(BrokerException.class)
                        .hasMessageContaining("the answer is larger than 67108864 bytes");
            }

            assertThat(pauses).isEmpty();
        }

        @Test
        void is_cut_when_it_takes_too_long_and_not_asked_for_again() {
            try (RawService dripping = new RawService((request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{");
                        connection.hang();
                    });
                    HttpBrokerTransport transport =
                            to(dripping).longest(Duration.ofSeconds(1)).build()) {
                assertThatThrownBy(() -> transport.send(GET))
                        .isInstanceOf(BrokerException.class)
                        .hasMessageContaining("no whole answer within 1 s");
            }

            assertThat(pauses).isEmpty();
        }

        private HttpBrokerTransport.Builder to(RawService service) {
            return HttpBrokerTransport.to(service.url()).pause(pauses::add);
        }
    }

    @Nested
    class Retrying {
        @Test
        void a_busy_broker_is_asked_again_with_growing_pauses() {
            answers.add(new int[] {503});
            answers.add(new int[] {429});
            answers.add(new int[] {500});

            try (HttpBrokerTransport transport = transport().bearer("t").build()) {
                assertThat(transport.send(GET).status()).isEqualTo(200);
            }

            assertThat(seen).hasSize(4);
            assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(log)
                    .containsExactly(
                            "the broker answers 503; asking again in 500 ms",
                            "the broker answers 429; asking again in 1 s",
                            "the broker answers 500; asking again in 2 s");
        }

        @Test
        void a_broker_may_say_when_to_come_back() {
            answers.add(new int[] {429, 7});

            try (HttpBrokerTransport transport = transport().build()) {
                transport.send(GET);
            }

            assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        }

        @Test
        void the_last_answer_counts_when_all_attempts_are_used_up() {
            answers.add(new int[] {503});
            answers.add(new int[] {502});

            try (HttpBrokerTransport transport = transport().retries(1).build()) {
                assertThat(transport.send(GET).status()).isEqualTo(502);
            }
        }

        @Test
        void a_refusal_is_an_answer() {
            answers.add(new int[] {409});

            try (HttpBrokerTransport transport = transport().build()) {
                assertThat(transport.send(GET).status()).isEqualTo(409);
            }
            assertThat(pauses).isEmpty();
        }

        @Test
        void a_broker_that_is_not_there_is_waited_for_as_often_as_was_asked() throws IOException {
            try (HttpBrokerTransport transport = HttpBrokerTransport.to("http://127.0.0.1:" + freePort())
                    .retries(5)
                    .pause(pauses::add)
                    .build()) {
                assertThatThrownBy(() -> transport.send(GET)).isInstanceOf(BrokerException.class);
            }
            assertThat(pauses).hasSize(5);
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Test
        void a_broker_that_is_not_there_is_named_with_its_address() throws IOException {
            int free = freePort();

            try (HttpBrokerTransport transport = HttpBrokerTransport.to("http://127.0.0.1:" + free)
                    .pause(pauses::add)
                    .build()) {
                assertThatThrownBy(() -> transport.send(GET))
                        .isInstanceOf(BrokerException.class)
                        .hasMessageStartingWith(
                                "CONTRACT-BROKER  the broker cannot be reached\n  where  GET http://127.0.0.1:" + free
                                        + "/\n  found  ")
                        .hasMessageEndingWith("\n  mend   check the address, and that the broker runs");
            }
            assertThat(pauses)
                    .startsWith(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2))
                    .endsWith(Duration.ofSeconds(64))
                    .hasSize(8);
        }
    }

    @Nested
    class Addresses {
        @Test
        void what_is_no_url_is_refused_and_a_password_in_it_is_not_repeated() {
            assertThatThrownBy(() -> HttpBrokerTransport.to("http://me:secret@broker"))
                    .hasMessage("""
                            CONTRACT-BROKER  this is no address of a broker
                              found  http://…@broker
                              mend   write it as https://broker.example, without query; user name and password are given apart""");
            assertThatThrownBy(() -> HttpBrokerTransport.to("broker.example")).hasMessageContaining("no address");
        }
    }

    @Nested
    class Https {
        @Test
        void a_certificate_of_ones_own_is_trusted_when_its_file_is_given_and_not_otherwise(@TempDir Path directory)
                throws Exception {
            Path store = directory.resolve("store.p12");
            Path pem = directory.resolve("broker.pem");
            keytool("-genkeypair -alias broker -keyalg EC -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1"
                    + " -validity 2 -storetype PKCS12 -storepass secret -keystore " + store);
            keytool("-exportcert -rfc -alias broker -storepass secret -keystore " + store + " -file " + pem);
            HttpsServer secure = secure(store);
            String url = "https://localhost:" + secure.getAddress().getPort();

            try {
                try (HttpBrokerTransport trusting =
                        HttpBrokerTransport.to(url).trusting(pem).build()) {
                    assertThat(trusting.send(GET).status()).isEqualTo(200);
                }
                try (HttpBrokerTransport anybody =
                        HttpBrokerTransport.to(url).trustingAnybody().build()) {
                    assertThat(anybody.send(GET).status()).isEqualTo(200);
                }
                try (HttpBrokerTransport careful =
                        HttpBrokerTransport.to(url).pause(pauses::add).build()) {
                    assertThatThrownBy(() -> careful.send(GET)).hasMessageContaining("SSL_CERT_FILE");
                }
                assertThat(pauses).isEmpty();
            } finally {
                secure.stop(0);
            }
        }

        @Test
        void a_file_that_holds_no_certificate_is_named(@TempDir Path directory) throws IOException {
            Path file = Files.writeString(directory.resolve("ca.pem"), "nothing");

            assertThatThrownBy(() -> HttpBrokerTransport.to("https://localhost")
                            .trusting(file)
                            .build())
                    .hasMessage("""
                            CONTRACT-TLS  a file for TLS is not usable
                              where  %s
                              found  no certificate that can be read
                              mend   give a PEM file with -----BEGIN CERTIFICATE-----""".formatted(file));
        }

        private HttpsServer secure(Path store) throws Exception {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(store)) {
                keys.load(content, "secret".toCharArray());
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, "secret".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(context));
            https.createContext("/", HttpBrokerTransportTest.this::answer);
            https.start();
            return https;
        }

        private void keytool(String arguments) throws Exception {
            List<String> command = new ArrayList<>();
            command.add(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
            command.addAll(List.of(arguments.split(" ")));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
    }
}
