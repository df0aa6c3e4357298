package dev.contract.consumer.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.ContractException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubServerTest {
    private static final StubSettings SETTINGS = StubSettings.DEFAULT.withLongestBody(1_000);

    private final Expectations expectations = new Expectations(SETTINGS);
    private final StubServer server = StubServer.start(expectations, SETTINGS);

    @AfterEach
    void stop() {
        server.close();
    }

    private void expect(HttpRequest request, HttpResponse response) {
        expectations.add(interaction(request, response));
    }

    static HttpInteraction interaction(HttpRequest request, HttpResponse response) {
        return new HttpInteraction(
                request.method() + " " + request.path(),
                List.of(),
                RequestPart.of(request),
                ResponsePart.of(response),
                Annotations.NONE);
    }

    private Wire.Response exchange(String request) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send(request);
            return wire.receive(request.startsWith("HEAD"));
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: stub\r\n\r\n";
    }

    private static HttpResponse text(String text) {
        return HttpResponse.of(200).withBody(Body.text(text, ContentType.TEXT));
    }

    @Nested
    class Answering {

        @Test
        void the_expected_response_is_sent() throws IOException {
            expect(HttpRequest.of("GET", "/a"), text("hello").withHeader("X-Answer", "42"));

            Wire.Response response = exchange(get("/a"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.head()).contains("X-Answer: 42\r\n", "Content-Type: text/plain\r\n");
            assertThat(response.body()).isEqualTo("hello");
        }

        @Test
        void a_header_with_several_values_is_sent_in_several_lines() throws IOException {
            Headers cookies = Headers.builder()
                    .addAll("Set-Cookie", List.of("a=1", "b=2"))
                    .build();
            expect(HttpRequest.of("GET", "/a"), HttpResponse.of(200).withHeaders(cookies));

            assertThat(exchange(get("/a")).head()).contains("Set-Cookie: a=1\r\n", "Set-Cookie: b=2\r\n");
        }

        @Test
        void the_answer_to_head_has_a_length_and_no_body() throws IOException {
            expect(HttpRequest.of("HEAD", "/a"), text("hello"));
            expect(HttpRequest.of("GET", "/b"), text("next"));

            try (Wire wire = new Wire(server.port())) {
                wire.send("HEAD /a HTTP/1.1\r\nHost: stub\r\n\r\n");
                assertThat(wire.receive(true).head()).contains("Content-Length: 5\r\n");
                wire.send(get("/b"));
                assertThat(wire.receive().body()).isEqualTo("next");
            }
        }

        @Test
        void a_length_that_the_contract_names_is_told_to_head() throws IOException {
            expect(HttpRequest.of("HEAD", "/a"), HttpResponse.of(200).withHeader("Content-Length", "500"));

            assertThat(exchange("HEAD /a HTTP/1.1\r\nHost: stub\r\n\r\n").head())
                    .contains("Content-Length: 500\r\n");
        }

        @ParameterizedTest
        @ValueSource(ints = {204, 304})
        void some_answers_never_have_a_body(int status) throws IOException {
            expect(HttpRequest.of("GET", "/a"), text("never").withStatus(status));
            expect(HttpRequest.of("GET", "/b"), text("next"));

            try (Wire wire = new Wire(server.port())) {
                wire.send(get("/a"));
                assertThat(wire.receive(true).status()).isEqualTo(status);
                wire.send(get("/b"));
                assertThat(wire.receive().body()).isEqualTo("next");
            }
        }

        @Test
        void the_length_is_that_of_the_body_whatever_the_contract_says() throws IOException {
            expect(
                    HttpRequest.of("GET", "/a"),
                    text("hello").withHeader("Content-Length", "99").withHeader("Transfer-Encoding", "chunked"));

            Wire.Response response = exchange(get("/a"));

            assertThat(response.head()).contains("Content-Length: 5\r\n").doesNotContain("chunked");
            assertThat(response.body()).isEqualTo("hello");
        }

        @Test
        void a_null_body_is_sent_as_json() throws IOException {
            expect(HttpRequest.of("GET", "/a"), HttpResponse.of(200).withBody(Body.NULL));

            Wire.Response response = exchange(get("/a"));

            assertThat(response.body()).isEqualTo("null");
            assertThat(response.head()).contains("Content-Type: application/json\r\n");
        }

        @Test
        void a_body_is_compressed_when_its_headers_say_so() throws IOException {
            expect(HttpRequest.of("GET", "/a"), text("hello").withHeader("Content-Encoding", "gzip"));

            Wire.Response response = exchange(get("/a"));

            assertThat(response.head()).contains("Content-Encoding: gzip\r\n");
            assertThat(response.body()).doesNotContain("hello");
        }

        @Test
        void requests_that_are_sent_ahead_are_answered_in_their_order() throws IOException {
            expect(HttpRequest.of("GET", "/a"), text("first"));
            expect(HttpRequest.of("GET", "/b"), text("second"));

            try (Wire wire = new Wire(server.port())) {
                wire.send(get("/a") + get("/b") + get("/a"));

                assertThat(List.of(
                                wire.receive().body(),
                                wire.receive().body(),
                                wire.receive().body()))
                        .containsExactly("first", "second", "first");
            }
        }

        @Test
        void many_clients_are_answered_at_once() throws Exception {
            expect(HttpRequest.of("GET", "/a"), text("hello"));
            var clients = Executors.newFixedThreadPool(16);
            try {
                List<Callable<String>> calls = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    calls.add(() -> exchange(get("/a")).body());
                }
                for (Future<String> answer : clients.invokeAll(calls)) {
                    assertThat(answer.get()).isEqualTo("hello");
                }
            } finally {
                clients.shutdownNow();
            }
            assertThat(expectations.journal()).hasSize(200);
            assertThat(expectations.verdict().isFine()).isTrue();
        }
    }

    @Nested
    class Reading {

        @Test
        void the_path_is_kept_as_it_stands_on_the_wire() throws IOException {
            exchange(get("/a%2Fb/%20;v=1/c+d?q=x%26y&q&r="));

            HttpRequest request = expectations.journal().last().request().asHttpRequest();
            assertThat(request.path()).isEqualTo("/a%2Fb/%20;v=1/c+d");
            assertThat(request.query().toMap()).containsOnlyKeys("q", "r");
            assertThat(request.query().values("q")).containsExactly("x&y", null);
        }

        @Test
        void a_request_through_a_proxy_is_read_without_its_host() throws IOException {
            exchange("GET http://users.example/a/b?c=d HTTP/1.1\r\nHost: users.example\r\n\r\n");

            assertThat(expectations.journal().last().request().path()).isEqualTo("/a/b");
        }

        @Test
        void repeated_headers_are_collected() throws IOException {
            exchange(
                    "GET /a HTTP/1.1\r\nHost: stub\r\nX-Tag: one\r\nX-Tag: two\r\nAccept: text/plain, text/html\r\n\r\n");

            Headers headers = expectations.journal().last().request().headers();
            assertThat(headers.values("x-tag")).containsExactly("one", "two");
            assertThat(headers.values("Accept")).containsExactly("text/plain", "text/html");
        }

        @Test
        void a_body_may_come_in_pieces() throws IOException {
            expect(HttpRequest.of("POST", "/a").withBody(Body.text("hello world", null)), text("fine"));

            try (Wire wire = new Wire(server.port())) {
                wire.send("POST /a HTTP/1.1\r\nHost: stub\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n");
                wire.send("5\r\nworld\r\n0\r\n\r\n");
                assertThat(wire.receive().body()).isEqualTo("fine");
            }
        }

        @Test
        void a_client_that_waits_to_be_told_to_go_on_is_told() throws IOException {
            expect(HttpRequest.of("POST", "/a").withBody(Body.text("hello", null)), text("fine"));

            try (Wire wire = new Wire(server.port())) {
                wire.send("POST /a HTTP/1.1\r\nHost: stub\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
                assertThat(wire.receive().status()).isEqualTo(100);
                wire.send("hello");
                assertThat(wire.receive().body()).isEqualTo("fine");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "deflate", "raw deflate", "x-gzip"})
        void compressed_bodies_are_decompressed_before_they_are_compared(String coding) throws IOException {
            expect(HttpRequest.of("POST", "/a").withBody(Body.text("hello", null)), text("fine"));
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (OutputStream out = compressing(coding, compressed)) {
                out.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }

            try (Wire wire = new Wire(server.port())) {
                wire.send("POST /a HTTP/1.1\r\nHost: stub\r\nContent-Encoding: " + coding.replace("raw ", "")
                        + "\r\nContent-Length: " + compressed.size() + "\r\n\r\n");
                wire.send(compressed.toByteArray());
                assertThat(wire.receive().body()).isEqualTo("fine");
            }
        }

        private OutputStream compressing(String coding, OutputStream out) throws IOException {
            return switch (coding) {
                case "deflate" -> new DeflaterOutputStream(out);
                case "raw deflate" -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true));
                default -> new GZIPOutputStream(out);
            };
        }
    }

    @Nested
    class Refusing {

        @Test
        void an_unexpected_request_is_told_what_is_nearest() throws IOException {
            expect(HttpRequest.of("GET", "/users/42"), text("hello"));

            Wire.Response response = exchange(get("/users/43"));

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.head())
                    .contains(
                            "X-Pact-Unexpected-Request: 1\r\n",
                            "Access-Control-Allow-Origin: *\r\n",
                            "Content-Type: application/json; charset=UTF-8\r\n");
            assertThat(response.body())
                    .startsWith(
                            "{\"error\":\"Unexpected request: GET /users/43\",\"nearest\":\"\\\"GET /users/42\\\"\"")
                    .contains("\"type\":\"path\"");
        }

        @Test
        void an_unexpected_request_by_head_gets_no_body() throws IOException {
            try (Wire wire = new Wire(server.port())) {
                wire.send("HEAD /nowhere HTTP/1.1\r\nHost: stub\r\n\r\n");
                assertThat(wire.receive(true).status()).isEqualTo(500);
                expect(HttpRequest.of("GET", "/b"), text("next"));
                wire.send(get("/b"));
                assertThat(wire.receive().body()).isEqualTo("next");
            }
        }

        @Test
        void a_body_that_is_too_long_is_refused_and_noted() throws IOException {
            Wire.Response response =
                    exchange("POST /a HTTP/1.1\r\nHost: stub\r\nContent-Length: 1001\r\n\r\n" + "x".repeat(1_001));

            assertThat(response.status()).isEqualTo(413);
            assertThat(expectations.verdict().unexpected()).hasSize(1);
        }

        @Test
        void a_body_that_unpacks_to_more_than_is_taken_is_refused() throws IOException {
            ByteArrayOutputStream bomb = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(bomb)) {
                out.write(new byte[100_000]);
            }

            try (Wire wire = new Wire(server.port())) {
                wire.send("POST /a HTTP/1.1\r\nHost: stub\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size()
                        + "\r\n\r\n");
                wire.send(bomb.toByteArray());
                assertThat(wire.receive().status()).isEqualTo(413);
            }
        }

        @Test
        void a_body_that_is_not_compressed_as_it_says_is_refused() throws IOException {
            Wire.Response response = exchange(
                    "POST /a HTTP/1.1\r\nHost: stub\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello");

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("{\"error\":\"The body cannot be read: Not in GZIP format\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\r\n\r\n\r\n",
                    "GARBAGE\r\n\r\n",
                    "GET\r\n\r\n",
                    "GET / HTTP/9.9\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: stub\r\nContent-Length: -1\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: stub\r\nContent-Length: nine\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: stub\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                    "GET /%zz%f?%=%&&&= HTTP/1.1\r\nHost: stub\r\n\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
                })
        void nonsense_does_not_stop_the_server(String nonsense) throws IOException {
            try (Wire wire = new Wire(server.port())) {
                wire.send(nonsense);
            }

            expect(HttpRequest.of("GET", "/a"), text("still there"));
            assertThat(exchange(get("/a")).body()).isEqualTo("still there");
        }

        @Test
        void a_client_that_leaves_in_the_middle_of_its_body_does_no_harm() throws IOException {
            try (Wire wire = new Wire(server.port())) {
                wire.send("POST /a HTTP/1.1\r\nHost: stub\r\nContent-Length: 500\r\n\r\nonly a few bytes");
            }

            expect(HttpRequest.of("GET", "/a"), text("still there"));
            assertThat(exchange(get("/a")).body()).isEqualTo("still there");
        }
    }

    @Nested
    class Browsers {

        private String preflight(String origin, String header) {
            return String.join(
                    "\r\n",
                    "OPTIONS /a HTTP/1.1",
                    "Host: stub",
                    "Origin: " + origin,
                    "Access-Control-Request-Headers: " + header,
                    "",
                    "");
        }

        @Test
        void ask_in_vain_unless_the_stub_is_told_to_answer_them() throws IOException {
            assertThat(exchange(preflight("http://shop", "X-Token")).status()).isEqualTo(500);
        }

        @Test
        void are_told_that_they_may_when_the_stub_is_told_to() throws IOException {
            StubSettings settings = SETTINGS.withCors(true);
            Expectations open = new Expectations(settings);
            try (StubServer stub = StubServer.start(open, settings);
                    Wire wire = new Wire(stub.port())) {
                wire.send(preflight("http://shop", "X-Token"));

                Wire.Response response = wire.receive();
                assertThat(response.status()).isEqualTo(204);
                assertThat(response.head())
                        .contains(
                                "Access-Control-Allow-Origin: http://shop\r\n",
                                "Access-Control-Allow-Headers: X-Token, *\r\n");
                assertThat(open.verdict().isFine()).isTrue();
            }
        }
    }

    @Nested
    class Listening {

        @Test
        void a_taken_port_is_named() {
            assertThatThrownBy(() -> StubServer.start(expectations, SETTINGS.withPort(server.port())))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-PORT  the stub cannot listen on 127.0.0.1:%d
                              found  Address already in use
                              mend   choose another port, or 0 for any free one""".formatted(server.port()));
        }

        @Test
        void closing_ends_connections_that_are_kept_alive() throws IOException {
            expect(HttpRequest.of("GET", "/a"), text("hello"));
            try (Wire wire = new Wire(server.port())) {
                wire.send(get("/a"));
                wire.receive();

                server.close();

                assertThat(wire.isAtEnd()).isTrue();
            }
        }

        @Test
        void expectations_can_be_exchanged_while_it_listens() throws IOException {
            expect(HttpRequest.of("GET", "/a"), text("wide"));
            Expectations narrower = expectations.narrower();
            narrower.add(interaction(HttpRequest.of("GET", "/b"), text("narrow")));
            server.use(narrower);

            assertThat(exchange(get("/a")).body()).isEqualTo("wide");
            assertThat(exchange(get("/b")).body()).isEqualTo("narrow");

            server.use(expectations);
            assertThat(exchange(get("/b")).status()).isEqualTo(500);
        }
    }
}
