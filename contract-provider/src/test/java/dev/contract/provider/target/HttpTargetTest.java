package dev.contract.provider.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.problem.ContractException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpTargetTest {
    private static final ExchangeLimits SHORT = ExchangeLimits.DEFAULT.withTime(Duration.ofMillis(700));
    private static final RawService.Script OK = (request, connection) -> connection.sendJson("{}");

    @Nested
    class WhatGoesOut {

        @ParameterizedTest
        @CsvSource({
            "/users/a%2Fb,                  /users/a%2Fb",
            "/users/%61,                    /users/%61",
            "//double//slash,               //double//slash",
            "/a/../b/./c,                   /a/../b/./c",
            "/trailing/,                    /trailing/",
            "/a;matrix=1,                   /a;matrix=1",
            "/a:b@c!$&'()*+,                /a:b@c!$&'()*+",
            "/with space,                   /with%20space",
            "/100%,                         /100%25",
            "/größe,                        /gr%C3%B6%C3%9Fe",
            "/what?,                        /what%3F",
            "/a#b,                          /a%23b",
            "/{id},                         /%7Bid%7D",
            "*,                             *",
            "'',                            /",
        })
        void a_path_is_left_alone_unless_it_would_break_the_request_line(String path, String sent) {
            assertThat(sent(HttpRequest.of("GET", path))).startsWith("GET " + sent + " HTTP/1.1\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET\r\nX-Forged: 1", "GET /other HTTP/1.1\n", "", "G T"})
        void nothing_is_sent_with_a_method_that_would_break_the_request_line(String method) {
            try (RawService service = new RawService(OK);
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                assertThatThrownBy(() -> target.send(HttpRequest.of(method, "/users")))
                        .isInstanceOf(ExchangeException.class)
                        .hasMessageStartingWith("nothing was sent: \"")
                        .hasMessageEndingWith("\" is not an HTTP method");
                assertThat(service.requests()).isEmpty();
            }
        }

        @Test
        void nothing_is_sent_with_the_name_of_a_header_that_would_break_the_head() {
            try (RawService service = new RawService(OK);
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                HttpRequest request = HttpRequest.of("GET", "/users").withHeader("A\r\nX-Forged", "1");

                assertThatThrownBy(() -> target.send(request))
                        .isInstanceOf(ExchangeException.class)
                        .hasMessage("nothing was sent: \"A\\r\\nX-Forged\" cannot be the name of a header");
                assertThat(service.requests()).isEmpty();
            }
        }

        @Test
        void the_path_of_the_service_goes_in_front() {
            try (RawService service = new RawService(OK);
                    HttpTarget target = HttpTarget.at(service.url() + "/api/v1/", ExchangeLimits.DEFAULT)) {
                send(target, HttpRequest.of("GET", "/users"));

                assertThat(service.requests().get(0)).startsWith("GET /api/v1/users HTTP/1.1\r\n");
            }
        }

        @Test
        void a_query_keeps_its_spelling() {
            HttpRequest request = HttpRequest.of("GET", "/q").withQuery(Query.parse("b=%2F&a&b=x+y&c=a=b&d=[1]"));

            assertThat(sent(request)).startsWith("GET /q?b=%2F&a&b=x+y&c=a=b&d=[1] HTTP/1.1\r\n");
        }

        @Test
        void a_query_of_parameters_is_encoded() {
            HttpRequest request =
                    HttpRequest.of("GET", "/q").withQuery(Query.of(Map.of("name", List.of("Zoë & co", "100%"))));

            assertThat(sent(request)).startsWith("GET /q?name=Zo%C3%AB%20%26%20co&name=100%25 HTTP/1.1\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "BREW"})
        void any_method_may_have_a_body(String method) {
            HttpRequest request = HttpRequest.of(method, "/x").withBody(Body.text("{\"a\":1}", ContentType.JSON));

            assertThat(sent(request))
                    .startsWith(method + " /x HTTP/1.1\r\n")
                    .contains("\r\nContent-Type: application/json\r\n", "\r\nContent-Length: 7\r\n")
                    .endsWith("\r\n\r\n{\"a\":1}");
        }

        @Test
        void headers_go_out_as_they_are_and_nothing_is_added_that_http_does_not_demand() {
            HttpRequest request = HttpRequest.of("GET", "/x")
                    .withHeaders(Headers.builder()
                            .add("x-LOWER", "a,b; c=\"d\"")
                            .add("Accept", "text/plain")
                            .add("Accept", "text/html")
                            .add("X-Empty", "")
                            .add("X-Twice", "1")
                            .add("X-Twice", "2")
                            .build());

            assertThat(sent(request).replaceAll("127.0.0.1:\\d+", "SERVICE")).isEqualTo("""
                            GET /x HTTP/1.1
                            Host: SERVICE
                            x-LOWER: a,b; c="d"
                            Accept: text/plain, text/html
                            X-Empty:\s
                            X-Twice: 1
                            X-Twice: 2
                            User-Agent: contract

                            """.replace("\n", "\r\n"));
        }

        @Test
        void host_and_user_agent_of_the_contract_win() {
            HttpRequest request = HttpRequest.of("GET", "/x")
                    .withHeader("Host", "users.example")
                    .withHeader("User-Agent", "web/1");

            assertThat(sent(request)).isEqualTo("GET /x HTTP/1.1\r\nHost: users.example\r\nUser-Agent: web/1\r\n\r\n");
        }

        @Test
        void a_wrong_length_in_the_contract_is_put_right() {
            HttpRequest request = HttpRequest.of("POST", "/x")
                    .withHeader("Content-Length", "99")
                    .withBody(Body.of(new byte[3]));

            assertThat(sent(request)).contains("Content-Length: 3\r\n").doesNotContain("Content-Length: 99");
        }

        @Test
        void line_breaks_cannot_forge_a_header() {
            HttpRequest request = HttpRequest.of("GET", "/x").withHeader("X-A", "1\r\nX-Forged: 2");

            assertThat(sent(request)).contains("X-A: 1 X-Forged: 2\r\n");
        }

        @Test
        void characters_beyond_latin_travel_as_utf_8() {
            HttpRequest request =
                    HttpRequest.of("GET", "/x").withHeader("X-Name", "名").withHeader("X-Latin", "é");

            assertThat(sent(request)).contains("X-Name: å\u0090\u008d\r\n", "X-Latin: é\r\n");
        }

        private String sent(HttpRequest request) {
            try (RawService service = new RawService(OK);
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                send(target, request);
                return service.requests().get(0);
            }
        }
    }

    @Nested
    class WhatComesBack {

        @Test
        void redirects_are_answers_like_any_other() {
            HttpResponse response = answer("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");

            assertThat(response.status()).isEqualTo(302);
            assertThat(response.headers().first("location")).contains("/other");
            assertThat(response.body().state()).isEqualTo(Body.State.EMPTY);
        }

        @Test
        void interim_answers_are_passed_over() {
            HttpResponse response = answer(
                    "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok");

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.body().text()).isEqualTo("ok");
        }

        @Test
        void a_body_may_come_in_chunks() {
            HttpResponse response =
                    answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");

            assertThat(response.body().text()).isEqualTo("abcde");
        }

        @Test
        void a_body_may_end_with_the_connection() {
            try (RawService service = new RawService((request, connection) -> {
                        connection.send("HTTP/1.0 200 OK\r\n\r\nto the end");
                        connection.close();
                    });
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                assertThat(send(target, HttpRequest.of("GET", "/")).body().text())
                        .isEqualTo("to the end");
            }
        }

        @Test
        void a_compressed_body_is_decompressed() throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write("{\"a\":1}".getBytes(UTF_8));
            }
            try (RawService service = new RawService((request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size()
                                + "\r\n\r\n");
                        connection.send(zipped.toByteArray());
                    });
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                HttpResponse response = send(target, HttpRequest.of("GET", "/"));

                assertThat(response.body().text()).isEqualTo("{\"a\":1}");
                assertThat(response.headers().first("Content-Encoding")).contains("gzip");
                assertThat(service.requests().get(0)).doesNotContain("Accept-Encoding");
            }
        }

        @Test
        void a_head_request_gets_a_length_and_no_body() {
            try (RawService service = new RawService((request, connection) ->
                            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"));
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                assertThat(send(target, HttpRequest.of("HEAD", "/")).headers().first("Content-Length"))
                        .contains("1000");
                assertThat(send(target, HttpRequest.of("HEAD", "/")).status()).isEqualTo(200);
            }
        }

        @Test
        void header_values_are_read_as_utf_8_or_as_latin() {
            HttpResponse response = answer(
                    "HTTP/1.1 204 No Content\r\nX-Utf: Zo\u00c3\u00ab\r\nX-Latin: Zo\u00eb\r\nX-A: 1\r\nX-A: 2\r\n\r\n");

            assertThat(response.headers().first("X-Utf")).contains("Zoë");
            assertThat(response.headers().first("X-Latin")).contains("Zoë");
            assertThat(response.headers().values("X-A")).containsExactly("1", "2");
        }

        private HttpResponse answer(String bytes) {
            try (RawService service = new RawService((request, connection) -> connection.send(bytes));
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                return send(target, HttpRequest.of("GET", "/"));
            }
        }
    }

    @Nested
    class Connections {

        @Test
        void are_kept_between_exchanges() {
            try (RawService service = new RawService(OK);
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                for (int i = 0; i < 5; i++) {
                    send(target, HttpRequest.of("GET", "/" + i));
                }

                assertThat(service.connections()).isEqualTo(1);
            }
        }

        @Test
        void are_replaced_when_the_service_closed_them_meanwhile() {
            try (RawService service = new RawService((request, connection) -> {
                        connection.sendJson("{}");
                        connection.close();
                    });
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                for (int i = 0; i < 5; i++) {
                    assertThat(send(target, HttpRequest.of(i % 2 == 0 ? "GET" : "POST", "/" + i))
                                    .status())
                            .isEqualTo(200);
                }

                assertThat(service.requests()).hasSize(5);
            }
        }

        @Test
        void a_request_is_not_repeated_after_a_new_connection_broke() {
            try (RawService service = new RawService((request, connection) -> connection.reset());
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                assertThatThrownBy(() -> target.send(HttpRequest.of("GET", "/")))
                        .isInstanceOf(ExchangeException.class);

                assertThat(service.requests()).hasSize(1);
            }
        }

        @Test
        void a_post_is_not_repeated_after_a_kept_connection_broke() {
            AtomicInteger answers = new AtomicInteger();
            try (RawService service = new RawService((request, connection) -> {
                        if (answers.getAndIncrement() == 0) {
                            connection.sendJson("{}");
                        } else {
                            connection.reset();
                        }
                    });
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                send(target, HttpRequest.of("POST", "/1"));

                assertThatThrownBy(() -> target.send(HttpRequest.of("POST", "/2")))
                        .isInstanceOf(ExchangeException.class);
                assertThat(service.requests()).hasSize(2);
            }
        }

        @Test
        void are_replaced_when_the_service_sent_more_than_it_said() {
            try (RawService service = new RawService((request, connection) ->
                            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}and more\r\n\r\n"));
                    HttpTarget target = HttpTarget.at(service.url(), ExchangeLimits.DEFAULT)) {
                for (String method : List.of("GET", "POST", "GET", "GET", "POST")) {
                    assertThat(send(target, HttpRequest.of(method, "/")).body().text())
                            .isEqualTo("{}");
                }
            }
        }

        @Test
        void localhost_is_tried_at_all_its_addresses() {
            try (RawService service = new RawService(OK);
                    HttpTarget target =
                            HttpTarget.at(service.url().replace("127.0.0.1", "localhost"), ExchangeLimits.DEFAULT)) {
                assertThat(send(target, HttpRequest.of("GET", "/")).status()).isEqualTo(200);
            }
        }
    }

    @Nested
    class Faults {

        @Test
        void a_service_that_hangs() {
            assertThat(failure(SHORT, (request, connection) -> connection.hang()))
                    .isEqualTo("no response within the time limit of 700 ms");
        }

        @Test
        void a_service_that_never_reads() throws IOException {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    HttpTarget target = HttpTarget.at("http://127.0.0.1:" + server.getLocalPort(), SHORT)) {
                HttpRequest large = HttpRequest.of("POST", "/").withBody(Body.of(new byte[32 << 20]));

                assertThatThrownBy(() -> target.send(large)).hasMessage("no response within the time limit of 700 ms");
            }
        }

        @Test
        void a_service_that_hangs_within_the_head() {
            assertThat(failure(SHORT, (request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-");
                        connection.hang();
                    }))
                    .isEqualTo("no response within the time limit of 700 ms");
        }

        @Test
        void a_service_that_hangs_within_the_body() {
            assertThat(failure(SHORT, (request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789");
                        connection.hang();
                    }))
                    .isEqualTo(
                            "the response did not end within the time limit of 700 ms; 10 bytes of its body had come");
        }

        @Test
        void a_service_that_trickles() {
            assertThat(failure(SHORT, (request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                        while (true) {
                            connection.send("1\r\nx\r\n");
                            Thread.onSpinWait();
                        }
                    }))
                    .startsWith("the response did not end within the time limit of 700 ms; ");
        }

        @Test
        void a_body_without_end() {
            assertThat(failure(ExchangeLimits.DEFAULT.withBodyBytes(100_000), (request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\n\r\n");
                        while (true) {
                            connection.send("x".repeat(1000));
                        }
                    }))
                    .isEqualTo("the body of the response is larger than the limit of 100000 bytes");
        }

        @Test
        void a_small_body_that_is_large_when_decompressed() throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(new byte[1_000_000]);
            }

            assertThat(failure(ExchangeLimits.DEFAULT.withBodyBytes(100_000), (request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size()
                                + "\r\n\r\n");
                        connection.send(zipped.toByteArray());
                    }))
                    .isEqualTo("the body of the response is larger than the limit of 100000 bytes");
        }

        @Test
        void a_body_that_is_not_compressed_as_it_says() {
            assertThat(failure((request, connection) -> connection.send(
                            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")))
                    .isEqualTo("the response says Content-Encoding: gzip, but its body is not readable as that");
        }

        @Test
        void a_service_that_closes_without_an_answer() {
            assertThat(failure((request, connection) -> connection.close()))
                    .isEqualTo("the service closed the connection without a response");
        }

        @Test
        void a_service_that_resets() {
            assertThat(failure((request, connection) -> connection.reset()))
                    .isEqualTo("the connection broke before a response came: Connection reset");
        }

        @Test
        void a_service_that_closes_within_the_body() {
            assertThat(failure((request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789");
                        connection.close();
                    }))
                    .isEqualTo("the service closed the connection within the body of the response, after 10 bytes");
        }

        @Test
        void a_service_that_closes_within_a_chunk() {
            assertThat(failure((request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n0123456789");
                        connection.close();
                    }))
                    .isEqualTo("the service closed the connection within the body of the response, after 10 bytes");
        }

        @Test
        void a_service_that_answers_garbage() {
            assertThat(failure((request, connection) -> {
                        connection.send("220 mail.example ESMTP\r\n\r\n");
                        connection.close();
                    }))
                    .isEqualTo(
                            "the answer is not HTTP: Invalid protocol version; error at offset 0: <220 mail.example ESMTP>");
        }

        @Test
        void a_chunk_size_that_is_no_number() {
            assertThat(failure((request, connection) ->
                            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n")))
                    .isEqualTo("the body of the response is not readable as chunks: Bad chunk header: zz");
        }

        @Test
        void a_head_without_end() {
            assertThat(failure((request, connection) -> {
                        connection.send("HTTP/1.1 200 OK\r\n");
                        while (true) {
                            connection.send("X-Header: x\r\n");
                        }
                    }))
                    .isEqualTo("the head of the response is too large: Maximum header count exceeded");
        }

        @Test
        void nobody_listens() throws IOException {
            String url;
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                url = "http://127.0.0.1:" + server.getLocalPort();
            }
            try (HttpTarget target = HttpTarget.at(url, ExchangeLimits.DEFAULT)) {
                assertThatThrownBy(() -> target.send(HttpRequest.of("GET", "/")))
                        .hasMessage("nothing accepts connections at " + url + ": is the service running there?");
            }
        }

        private String failure(RawService.Script script) {
            return failure(ExchangeLimits.DEFAULT, script);
        }

        private String failure(ExchangeLimits limits, RawService.Script script) {
            try (RawService service = new RawService(script);
                    HttpTarget target = HttpTarget.at(service.url(), limits)) {
                target.send(HttpRequest.of("GET", "/"));
                return "no failure";
            } catch (ExchangeException e) {
                return e.getMessage();
            }
        }
    }

    @Test
    void a_time_limit_may_be_a_month() throws ExchangeException {
        try (RawService service = new RawService((request, connection) -> connection.sendJson("{}"));
                HttpTarget target =
                        HttpTarget.at(service.url(), ExchangeLimits.DEFAULT.withTime(Duration.ofDays(30)))) {
            assertThat(target.send(HttpRequest.of("GET", "/")).status()).isEqualTo(200);
        }
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @CsvSource({
            "http://127.0.0.1:8080,             http://127.0.0.1:8080",
            "http://user_service:8080/,         http://user_service:8080",
            "https://example.com,               https://example.com",
            "https://example.com:443/api/,      https://example.com/api",
            "HTTP://[::1]:8080,                 http://[::1]:8080",
        })
        void are_read(String url, String shown) {
            assertThat(HttpTarget.at(url, ExchangeLimits.DEFAULT).url()).isEqualTo(shown);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "localhost:8080", "ftp://example.com", "http://", "http://a:99999", "http://a b/"})
        void are_refused_when_they_are_none(String url) {
            assertThatThrownBy(() -> HttpTarget.at(url, ExchangeLimits.DEFAULT))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-URL  the address of the service is not an HTTP URL
                              found  "%s"
                              mend   give scheme, host and port, for example http://127.0.0.1:8080""".formatted(url));
        }
    }

    private static HttpResponse send(HttpTarget target, HttpRequest request) {
        try {
            return target.send(request);
        } catch (ExchangeException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
