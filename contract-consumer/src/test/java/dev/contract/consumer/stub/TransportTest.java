package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.RequestBuilder;
import dev.contract.consumer.Stub;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stub speaks on its connections, heard by the JDK's own client. */
class TransportTest {
    private StubScope scope = StubScope.open(StubSettings.DEFAULT);
    private Stub users = new Stub("order-service", "user-service", scope, SpecVersion.V4);

    private void serve(StubSettings settings) {
        scope = StubScope.open(settings);
        users = new Stub("order-service", "user-service", scope, SpecVersion.V4);
    }

    private void serveTls() {
        serve(StubSettings.DEFAULT.withTls(StubTls.generated()));
    }

    @AfterEach
    void stop() {
        scope.close();
    }

    private RequestBuilder user() {
        return users.uponReceiving("a request for a user").get("/users/1");
    }

    private HttpClient client(Version version) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(version);
        return (users.url().startsWith("https") ? builder.sslContext(users.tls().clientContext()) : builder).build();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(users.url() + "/users/1")).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> ask(Version version) throws IOException, InterruptedException {
        return client(version).send(request().build(), BodyHandlers.ofString());
    }

    @Nested
    class Https {
        @Test
        void is_answered_as_http_is() throws Exception {
            serveTls();
            user().willRespondWith(200, json(object("name", "Alice")));

            HttpResponse<String> answer = ask(Version.HTTP_1_1);

            assertThat(users.url()).startsWith("https://127.0.0.1:");
            assertThat(answer.body()).isEqualTo("{\"name\":\"Alice\"}");
            assertThat(answer.sslSession()).isPresent();
            assertThat(scope.expectations().verdict().isFine()).isTrue();
        }

        @Test
        void is_not_believed_by_who_does_not_know_its_issuer() {
            serveTls();
            user().willRespondWith(200);

            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request().build(), BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);

            assertThat(scope.verdict().describe("order-service", "user-service"))
                    .isEqualTo("""
                    CONTRACT-MISSING  order-service never sent a request that is declared for user-service
                      expected  GET /users/1
                      by        "a request for a user"
                      came      a connection without a request: so do clients end that do not trust users.tls(), or speak no https://
                      mend      send it in this test, or take the interaction out""");
        }

        @Test
        void is_named_to_who_speaks_it_with_a_stub_that_does_not() {
            user().willRespondWith(200);
            HttpRequest secure = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + users.port() + "/users/1"))
                    .build();

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> HttpClient.newHttpClient().send(secure, BodyHandlers.discarding()))
                        .isInstanceOf(IOException.class);
            }

            assertThat(scope.verdict().describe("order-service", "user-service"))
                    .isEqualTo("""
                    CONTRACT-MISSING  order-service never sent a request that is declared for user-service
                      expected  GET /users/1
                      by        "a request for a user"
                      came      2 connections without a request: so do clients end that speak https://, which the stub does not unless @Served(https = true) is said
                      mend      send it in this test, or take the interaction out""");
        }

        @Test
        void lets_in_who_shows_the_certificate_that_it_demands() throws Exception {
            serve(StubSettings.DEFAULT.withTls(StubTls.generated().demandingClientCertificate()));
            user().willRespondWith(204);

            assertThat(ask(Version.HTTP_1_1).statusCode()).isEqualTo(204);
        }

        @Test
        void keeps_out_who_shows_none() {
            StubTls tls = StubTls.generated();
            serve(StubSettings.DEFAULT.withTls(tls.demandingClientCertificate()));
            user().willRespondWith(204);
            HttpClient stranger =
                    HttpClient.newBuilder().sslContext(tls.clientContext()).build();

            assertThatThrownBy(() -> stranger.send(request().build(), BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
            assertThat(users.requests()).isEmpty();
        }

        @Test
        void is_for_other_hosts_if_they_are_named() throws Exception {
            serve(StubSettings.DEFAULT.withHost("127.0.0.2").withTls(StubTls.generated("127.0.0.2")));
            user().willRespondWith(204);

            assertThat(ask(Version.HTTP_1_1).statusCode()).isEqualTo(204);
        }

        @Test
        void takes_its_time_with_large_bodies() throws Exception {
            serveTls();
            String large = "x".repeat(1_000_000);
            users.uponReceiving("a large body")
                    .post("/users/1")
                    .withBody("text/plain", large)
                    .willRespondWith(response(200).withBody("text/plain", large));

            HttpResponse<String> answer = client(Version.HTTP_1_1)
                    .send(
                            request()
                                    .header("Content-Type", "text/plain")
                                    .POST(BodyPublishers.ofString(large))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo(large);
        }
    }

    @Nested
    class Http2 {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_spoken_with_clients_that_want_it(boolean secure) throws Exception {
            serve(
                    secure
                            ? StubSettings.DEFAULT.withHttp2(true).withTls(StubTls.generated())
                            : StubSettings.DEFAULT.withHttp2(true));
            user().willRespondWith(response(200).withHeader("X-Answer", "42").withBody(json(object("name", "Alice"))));

            HttpResponse<String> answer = ask(Version.HTTP_2);

            assertThat(answer.version()).isEqualTo(Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("{\"name\":\"Alice\"}");
            assertThat(answer.headers().firstValue("X-Answer")).contains("42");
            assertThat(users.requests()).singleElement().satisfies(request -> assertThat(request.path())
                    .isEqualTo("/users/1"));
            assertThat(scope.expectations().verdict().isFine()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_left_alone_by_clients_that_do_not(boolean secure) throws Exception {
            serve(
                    secure
                            ? StubSettings.DEFAULT.withHttp2(true).withTls(StubTls.generated())
                            : StubSettings.DEFAULT.withHttp2(true));
            user().willRespondWith(204);

            assertThat(ask(Version.HTTP_1_1).version()).isEqualTo(Version.HTTP_1_1);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_spoken_only_if_it_is_asked_for(boolean secure) throws Exception {
            serve(secure ? StubSettings.DEFAULT.withTls(StubTls.generated()) : StubSettings.DEFAULT);
            user().willRespondWith(204);

            assertThat(ask(Version.HTTP_2).version()).isEqualTo(Version.HTTP_1_1);
        }

        @Test
        void may_begin_without_being_asked_for() throws Exception {
            serve(StubSettings.DEFAULT.withHttp2(true));
            String settings = "\0\0\0\4\0\0\0\0\0";
            try (Wire wire = new Wire(scope.port())) {
                wire.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings);

                // A frame of settings
                assertThat(wire.bytes(9).charAt(3)).isEqualTo('\4');
            }
        }

        @Test
        void takes_many_requests_on_one_connection() throws Exception {
            serve(StubSettings.DEFAULT.withHttp2(true).withTls(StubTls.generated()));
            users.uponReceiving("an order")
                    .post("/users/1")
                    .withBody("text/plain", "tea")
                    .willRespondWith(response(200).withBody("text/plain", "welcome"));
            HttpClient client = client(Version.HTTP_2);
            HttpRequest request = request()
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("tea"))
                    .build();

            for (int i = 0; i < 50; i++) {
                assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("welcome");
            }
            assertThat(users.requests()).hasSize(50);
        }
    }

    @Nested
    class Faults {
        /** For good: the JDK's client asks once more where it gets no answer. */
        private void fail(Fault fault) {
            users.uponReceiving("a request for a user")
                    .stubOnly()
                    .get("/users/1")
                    .willRespondWith(fault);
            users.uponReceiving("another request").get("/users/2").willRespondWith(204);
        }

        private void goOn(Version version) throws IOException, InterruptedException {
            URI other = URI.create(users.url() + "/users/2");
            HttpResponse<Void> answer =
                    client(version).send(HttpRequest.newBuilder(other).build(), BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(204);
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"TIMEOUT", "MALFORMED_JSON", "WRONG_LENGTH"})
        void happen_by_tls(Fault fault) throws Exception {
            serveTls();
            fail(fault);

            assertThatThrownBy(() -> ask(Version.HTTP_1_1)).isInstanceOf(IOException.class);
            goOn(Version.HTTP_1_1);
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"TIMEOUT", "MALFORMED_JSON", "TLS_FAILURE"})
        void happen_by_http2(Fault fault) throws Exception {
            serve(StubSettings.DEFAULT.withHttp2(true));
            fail(fault);

            assertThatThrownBy(() -> ask(Version.HTTP_2)).isInstanceOf(IOException.class);
            goOn(Version.HTTP_2);
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"TIMEOUT", "MALFORMED_JSON"})
        void happen_by_http2_in_tls(Fault fault) throws Exception {
            serve(StubSettings.DEFAULT.withHttp2(true).withTls(StubTls.generated()));
            fail(fault);

            assertThatThrownBy(() -> ask(Version.HTTP_2)).isInstanceOf(IOException.class);
            goOn(Version.HTTP_2);
        }

        /** All that a client hears that asks by TLS, without a library over it. */
        private byte[] heard() throws IOException {
            try (Socket socket = users.tls()
                    .clientContext()
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), scope.port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write("GET /users/1 HTTP/1.1\r\nHost: stub\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return socket.getInputStream().readAllBytes();
            }
        }

        @Test
        void reset_the_connection_past_tls() {
            serveTls();
            fail(Fault.RESET);

            assertThatThrownBy(this::heard).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }

        @Test
        void break_tls_in_the_middle() {
            serveTls();
            fail(Fault.TLS_FAILURE);

            assertThatThrownBy(this::heard).isInstanceOf(SSLException.class);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void leave_a_client_without_an_answer_until_it_gives_up(boolean http2) {
            serve(StubSettings.DEFAULT.withHttp2(http2).withTls(StubTls.generated()));
            fail(Fault.TIMEOUT);

            assertThatThrownBy(() -> client(Version.HTTP_2)
                            .send(request().timeout(Duration.ofMillis(50)).build(), BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void leave_a_client_without_an_answer_until_the_stub_ends(boolean secure) throws Exception {
            StubSettings settings = StubSettings.DEFAULT.withHttp2(true);
            serve(secure ? settings.withTls(StubTls.generated()) : settings);
            fail(Fault.TIMEOUT);
            HttpClient client = client(Version.HTTP_2);
            CompletableFuture<HttpResponse<Void>> answer =
                    client.sendAsync(request().build(), BodyHandlers.discarding());
            goOn(Version.HTTP_2);

            scope.close();

            assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        }

        @Test
        void of_tls_are_refused_where_none_is_spoken() {
            assertThatThrownBy(() -> user().willRespondWith(204).then(Fault.TLS_FAILURE))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-TLS  this stub speaks no TLS
                              where  TransportTest\\.java:\\d+
                              found  \\QFault.TLS_FAILURE on a stub that is reached by http
                              mend   have it speak TLS by @Served(https = true), or StubSettings.withTls(StubTls.generated())\\E""");
            assertThatThrownBy(() -> user().willRespondWith(204).failing(0.1, Fault.TLS_FAILURE))
                    .hasMessageContaining("Fault.TLS_FAILURE on a stub");
            assertThatThrownBy(users::tls).hasMessageContaining("tls() on a stub");
            assertThatThrownBy(users::failingHandshakes).hasMessageContaining("failingHandshakes() on a stub");
        }
    }

    @Nested
    class HandshakesThatFail {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void do_so_until_their_outage_ends(boolean http2) throws Exception {
            serve(StubSettings.DEFAULT.withHttp2(http2).withTls(StubTls.generated()));
            user().willRespondWith(204);
            HttpClient kept = client(Version.HTTP_2);
            assertThat(kept.send(request().build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);

            try (Outage outage = users.failingHandshakes()) {
                assertThat(outage).isNotNull();
                assertThatThrownBy(() -> ask(Version.HTTP_2)).isInstanceOf(SSLException.class);
            }

            assertThat(ask(Version.HTTP_2).statusCode()).isEqualTo(204);
            assertThat(users.requests()).hasSize(2);
        }
    }

    @Nested
    class Compression {
        private HttpResponse<byte[]> ask(String accepted) throws IOException, InterruptedException {
            return client(Version.HTTP_1_1)
                    .send(request().header("Accept-Encoding", accepted).build(), BodyHandlers.ofByteArray());
        }

        private String unpacked(HttpResponse<byte[]> answer) throws IOException {
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void is_for_clients_that_take_it() throws Exception {
            serve(StubSettings.DEFAULT.withGzip(true));
            user().willRespondWith(200, json(object("name", "Alice")));

            assertThat(unpacked(ask("br, gzip"))).isEqualTo("{\"name\":\"Alice\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"identity", "gzip;q=0"})
        void is_kept_from_clients_that_do_not(String accepted) throws Exception {
            serve(StubSettings.DEFAULT.withGzip(true));
            user().willRespondWith(200, json(object("name", "Alice")));

            assertThat(ask(accepted).body()).asString().isEqualTo("{\"name\":\"Alice\"}");
        }

        @Test
        void is_not_done_twice() throws Exception {
            serve(StubSettings.DEFAULT.withGzip(true));
            user().willRespondWith(response(200)
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(json(object("name", "Alice"))));

            assertThat(unpacked(ask("gzip"))).isEqualTo("{\"name\":\"Alice\"}");
        }

        @Test
        void leaves_answers_alone_that_have_no_body() throws Exception {
            serve(StubSettings.DEFAULT.withGzip(true));
            user().willRespondWith(204);

            assertThat(ask("gzip").headers().firstValue("Content-Encoding")).isEmpty();
        }

        @Test
        void is_off_unless_it_is_asked_for() throws Exception {
            user().willRespondWith(200, json(object("name", "Alice")));

            assertThat(ask("gzip").headers().firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Nested
    class Patience {
        private Wire wire() throws IOException {
            return new Wire(scope.port());
        }

        @BeforeEach
        void be_impatient() {
            serve(StubSettings.DEFAULT.withPatience(Duration.ofMillis(300)));
            user().willRespondWith(204).after(Duration.ofMillis(500));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "GET /users/1 HTTP/1.1\r\nHost: ",
                    "POST /users/1 HTTP/1.1\r\nHost: stub\r\nContent-Length: 5\r\n\r\nhel"
                })
        void ends_with_who_begins_and_never_comes_to_an_end(String beginning) throws IOException {
            try (Wire wire = wire()) {
                wire.send(beginning);

                assertThat(wire.isAtEnd()).isTrue();
            }
        }

        @Test
        void ends_with_who_came_and_stays_without_a_word() throws IOException {
            try (Wire wire = wire()) {
                wire.send("GET /users/1 HTTP/1.1\r\nHost: stub\r\n\r\n");

                assertThat(wire.receive().status()).isEqualTo(204);
                assertThat(wire.isAtEnd()).isTrue();
            }
        }

        @Test
        void ends_with_who_never_shakes_hands() throws IOException {
            for (boolean http2 : new boolean[] {true, false}) {
                scope.close();
                serve(StubSettings.DEFAULT
                        .withPatience(Duration.ofMillis(100))
                        .withHttp2(http2)
                        .withTls(StubTls.generated()));
                try (Wire wire = wire()) {
                    assertThat(wire.isAtEnd()).isTrue();
                }
            }
        }

        @Test
        void must_be_more_than_none() {
            assertThatThrownBy(() -> StubSettings.DEFAULT.withPatience(Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a stub's patience is longer than PT0S");
        }
    }
}
