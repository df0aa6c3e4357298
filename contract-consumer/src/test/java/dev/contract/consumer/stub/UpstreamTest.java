package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Stub;
import dev.contract.consumer.answer.Fault;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stub does with requests that are nobody's, and how it goes down. */
class UpstreamTest {
    private final StubScope scope = StubScope.open(StubSettings.DEFAULT.withLongestBody(1_000));
    private final Stub users = new Stub("order-service", "user-service", scope, SpecVersion.V4);
    private final StubScope behind = StubScope.open(StubSettings.DEFAULT);
    private final Stub real = new Stub("stub", "real-service", behind, SpecVersion.V4);

    @AfterEach
    void stop() {
        scope.close();
        behind.close();
    }

    private Wire.Response exchange(String request) throws IOException {
        try (Wire wire = new Wire(scope.port())) {
            wire.send(request);
            return wire.receive();
        }
    }

    private Wire.Response ask(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: stub\r\n\r\n");
    }

    @Nested
    class WhatNobodyExpected {
        @Test
        void goes_to_the_real_service_as_it_came() throws IOException {
            users.proxyUnmatchedTo(real.url() + "/api");
            real.uponReceiving("anything")
                    .post(regex("/api/.*", "/api/a"))
                    .withQuery("q", "a b")
                    .withBody("text/plain", "hello")
                    .willRespondWith(
                            response(201).withHeader("Set-Cookie", "a=1", "b=2").withBody("text/plain", "welcome"));

            Wire.Response response = exchange("""
                        POST /x%20y?q=a%20b HTTP/1.1\r
                        Host: stub\r
                        X-Tag: 7\r
                        Content-Type: text/plain\r
                        Content-Length: 5\r
                        \r
                        hello""");

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.head()).contains("set-cookie: a=1\r\n", "set-cookie: b=2\r\n");
            assertThat(response.body()).isEqualTo("welcome");
            HttpRequest passedOn = real.requests().get(0);
            assertThat(passedOn.path()).isEqualTo("/api/x%20y");
            assertThat(passedOn.query().raw()).isEqualTo("q=a%20b");
            assertThat(passedOn.headers().first("X-Tag")).contains("7");
            assertThat(scope.expectations().verdict().isFine()).isTrue();
            assertThat(users.requests()).hasSize(1);
        }

        @Test
        void leaves_what_was_declared_to_the_stub() throws IOException {
            users.proxyUnmatchedTo(real.url());
            users.uponReceiving("a request").get("/users/1").willRespondWith(204);

            assertThat(ask("/users/1").status()).isEqualTo(204);
            assertThat(real.requests()).isEmpty();
        }

        @Test
        void is_refused_with_a_reason_when_the_real_service_fails() throws IOException {
            users.proxyUnmatchedTo(real.url());
            real.uponReceiving("a request").stubOnly().get("/a").willRespondWith(Fault.EMPTY);

            Wire.Response response = ask("/a");

            assertThat(response.status()).isEqualTo(502);
            assertThat(response.body())
                    .startsWith("{\"error\":\"GET /a could not be passed on to " + real.url() + ": ");
        }

        @Test
        void gets_no_answer_that_is_too_long() throws IOException {
            users.proxyUnmatchedTo(real.url());
            real.uponReceiving("a request")
                    .get("/a")
                    .willRespondWith(response(200).withBody("text/plain", "x".repeat(1_001)));

            assertThat(ask("/a").body()).contains("the answer is longer than 1000 bytes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"localhost:80", "ftp://localhost", "http://", "http://localhost?a", "no url"})
        void cannot_go_to_what_is_no_server(String url) {
            assertThatThrownBy(() -> users.proxyUnmatchedTo(url))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                        CONTRACT-PROXY  requests cannot be passed on to this URL
                          where  UpstreamTest\\.java:\\d+
                          found  "\\Q""" + url + "\\E\"\n"
                            + "  mend   give scheme, host and port, for example http://127\\.0\\.0\\.1:8081");
        }
    }

    @Nested
    class AnOutage {
        @Test
        void refuses_connections_until_it_ends() throws IOException {
            users.uponReceiving("a request").get("/users/1").willRespondWith(204);
            try (Wire kept = new Wire(scope.port())) {
                kept.send("GET /users/1 HTTP/1.1\r\nHost: stub\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                kept.receive();
                try (Outage outage = users.down()) {
                    assertThat(outage).isNotNull();
                    kept.untilItEnds();
                    assertThatThrownBy(() -> new Wire(scope.port())).isInstanceOf(ConnectException.class);
                }
            }

            assertThat(ask("/users/1").status()).isEqualTo(204);
        }

        @Test
        void may_last_until_the_stub_is_closed() {
            users.down();
            scope.close();

            assertThatThrownBy(() -> new Wire(scope.port())).isInstanceOf(ConnectException.class);
        }
    }
}
