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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function as a service: what it gets and gives is what would go over the wire. */
@Timeout(30)
class FunctionTargetTest {
    private static final HttpRequest GET = HttpRequest.of("GET", "/users/1");
    private static final Body JSON = Body.text("{\"a\":1}", ContentType.JSON);

    private static HttpResponse send(RequestHandler handler, HttpRequest request) throws ExchangeException {
        return send(handler, request, Duration.ofSeconds(10));
    }

    private static HttpResponse send(RequestHandler handler, HttpRequest request, Duration limit)
            throws ExchangeException {
        try (FunctionTarget target = new FunctionTarget(handler, ExchangeLimits.DEFAULT.withBodyBytes(1000))) {
            return target.sendPrepared(target.prepared(request), limit);
        }
    }

    private static String failure(RequestHandler handler) {
        try {
            return "status " + send(handler, GET).status();
        } catch (ExchangeException e) {
            return e.getMessage();
        }
    }

    @Nested
    class WhatComesIn {
        @Test
        void is_the_request_as_it_would_go_to_the_wire() throws ExchangeException {
            List<HttpRequest> seen = new ArrayList<>();
            HttpRequest request = HttpRequest.of("POST", "/with space/a%2Fb")
                    .withQuery(Query.parse("q=x y"))
                    .withHeader("Accept", "text/plain")
                    .withBody(Body.of("{\"a\":1}".getBytes(UTF_8)));

            send(
                    each -> {
                        seen.add(each);
                        return HttpResponse.of(204);
                    },
                    request);

            assertThat(seen)
                    .containsExactly(new HttpRequest(
                            "POST",
                            "/with%20space/a%2Fb",
                            Query.parse("q=x%20y"),
                            Headers.of("Accept", "text/plain", "Content-Type", "application/json"),
                            request.body()));
        }

        @Test
        void comes_on_the_thread_that_asks() throws ExchangeException {
            List<Thread> seen = new ArrayList<>();

            send(
                    each -> {
                        seen.add(Thread.currentThread());
                        return HttpResponse.of(204);
                    },
                    GET);

            assertThat(seen).containsExactly(Thread.currentThread());
        }
    }

    @Nested
    class WhatComesBack {
        @Test
        void has_the_type_that_its_body_declares() throws ExchangeException {
            HttpResponse response = send(each -> HttpResponse.of(200).withBody(JSON), GET);

            assertThat(response.headers()).isEqualTo(Headers.of("Content-Type", "application/json"));
            assertThat(response.body()).isEqualTo(Body.of(JSON.bytes()));
        }

        @Test
        void has_lists_in_headers_split_as_lines_of_http_are() throws ExchangeException {
            Headers headers = Headers.of("Vary", "Accept, Origin", "Date", "Sat, 21 Nov 2026 14:00:00 GMT");

            HttpResponse response = send(each -> HttpResponse.of(200).withHeaders(headers), GET);

            assertThat(response.headers().values("Vary")).containsExactly("Accept", "Origin");
            assertThat(response.headers().values("Date")).containsExactly("Sat, 21 Nov 2026 14:00:00 GMT");
            assertThat(response.body().state()).isEqualTo(Body.State.EMPTY);
        }

        @ParameterizedTest
        @CsvSource({"HEAD, 200", "GET, 204", "GET, 304"})
        void has_no_body_where_http_allows_none(String method, int status) throws ExchangeException {
            HttpResponse response = send(each -> HttpResponse.of(status).withBody(JSON), HttpRequest.of(method, "/"));

            assertThat(response.body().state()).isEqualTo(Body.State.EMPTY);
        }

        @Test
        void is_decompressed() throws IOException, ExchangeException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(JSON.bytes());
            }

            HttpResponse response = send(
                    each -> HttpResponse.of(200)
                            .withHeader("Content-Encoding", "gzip")
                            .withBody(Body.of(zipped.toByteArray())),
                    GET);

            assertThat(response.body().text()).isEqualTo("{\"a\":1}");
        }
    }

    @Nested
    class Faults {
        @Test
        void a_body_beyond_the_limit() {
            assertThat(failure(each -> HttpResponse.of(200).withBody(Body.of(new byte[1001]))))
                    .isEqualTo("the body of the response is larger than the limit of 1000 bytes");
        }

        @Test
        void no_response() {
            assertThat(failure(each -> null)).isEqualTo("the handler returned no response");
        }

        @Test
        void an_exception_is_told_with_its_place() {
            assertThat(failure(each -> {
                                throw new IllegalStateException("no database");
                            })
                            .replaceAll(":\\d+", ":LINE"))
                    .isEqualTo("the handler threw IllegalStateException: no database (FunctionTargetTest.java:LINE)");
        }

        @Test
        void an_error_as_well() {
            assertThat(failure(each -> {
                        throw new AssertionError("never");
                    }))
                    .startsWith("the handler threw AssertionError: never (");
        }

        @Test
        void what_no_run_survives_is_passed_on() {
            assertThatThrownBy(() -> send(
                            each -> {
                                throw new OutOfMemoryError("heap");
                            },
                            GET))
                    .isInstanceOf(OutOfMemoryError.class);
        }

        @Test
        void a_handler_that_waits_for_ever_is_interrupted_and_its_place_told() {
            CountDownLatch never = new CountDownLatch(1);

            assertThatThrownBy(() -> send(
                            each -> {
                                never.await();
                                return HttpResponse.of(200);
                            },
                            GET,
                            Duration.ofMillis(200)))
                    .isInstanceOf(ExchangeException.class)
                    .message()
                    .matches("no response within the time limit of 200 ms; the handler was at"
                            + " FunctionTargetTest\\.java:\\d+");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }

        @Test
        void an_answer_that_comes_too_late_does_not_count() {
            assertThatThrownBy(() -> send(
                            each -> {
                                try {
                                    new CountDownLatch(1).await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                return HttpResponse.of(200);
                            },
                            GET,
                            Duration.ofMillis(200)))
                    .hasMessageStartingWith("no response within the time limit of 200 ms");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
