package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.infoStatus;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.randomInteger;
import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.InteractionBuilder;
import dev.contract.consumer.RequestBuilder;
import dev.contract.consumer.Stub;
import dev.contract.consumer.answer.Delay;
import dev.contract.consumer.answer.Fault;
import dev.contract.core.generating.Seed;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a stub does beyond its contract, seen by a client on a real socket. */
class AnswersTest {
    private final StubScope scope = StubScope.open(StubSettings.DEFAULT);
    private final Stub users = new Stub("order-service", "user-service", scope, SpecVersion.V4);

    @AfterEach
    void stop() {
        scope.close();
    }

    private RequestBuilder user() {
        return users.uponReceiving("a request for a user").get("/users/1");
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: stub\r\n\r\n";
    }

    private Wire.Response ask(String path) throws IOException {
        try (Wire wire = new Wire(scope.port())) {
            wire.send(get(path));
            return wire.receive();
        }
    }

    private List<Integer> statuses(int number, String path) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            statuses.add(ask(path).status());
        }
        return statuses;
    }

    /** All that comes until the connection ends. */
    private String everything(String path) throws IOException {
        try (Wire wire = new Wire(scope.port())) {
            wire.send(get(path));
            return wire.rest();
        }
    }

    private List<String> recorded() {
        return scope.expectations().interactions().stream()
                .map(Interaction::description)
                .toList();
    }

    @Nested
    class WhatHttpCannotSay {
        private void refused(ThrowingCallable declaring, String what, String found, String mend) {
            assertThatThrownBy(declaring).isInstanceOf(ContractException.class).hasMessageMatching("""
                    CONTRACT-HTTP  %s
                      where  AnswersTest.java:\\d+
                      found  %s
                      mend   %s""".formatted(
                            what, found, mend));
        }

        private static final String WORD =
                "leave out the blanks, line ends and other characters that HTTP has no place for there";

        @Test
        void is_refused_where_it_is_declared() {
            refused(
                    () -> user().willRespondWith(response(200).withHeader("X Id", 1)),
                    "the name of a header is no word that HTTP can send",
                    "\"X Id\"",
                    WORD);
            refused(
                    () -> user().withHeader("X-Id\r\nX-Other", 1).willRespondWith(200),
                    "the name of a header is no word that HTTP can send",
                    "\"X-Id\\\\r\\\\nX-Other\"",
                    WORD);
            refused(
                    () -> user().willRespondWith(response(200).withHeader("Location", "/a\r\nSet-Cookie: a=1")),
                    "the header \"Location\" has more than one line",
                    "\"/a\\\\r\\\\nSet-Cookie: a=1\"",
                    WORD);
            refused(
                    () -> user().willRespondWith(response(infoStatus(100))),
                    "a stub cannot answer with this status",
                    "100",
                    "give one from 200 to 999");
            refused(
                    () -> users.uponReceiving("a look")
                            .method("LOOK AT", "/users/1")
                            .willRespondWith(200),
                    "a method is no word that HTTP can send",
                    "\"LOOK AT\"",
                    WORD);
            assertThat(scope.expectations().verdict().missing()).isEmpty();
            refused(
                    () -> user().willRespondWith(200).then(response(503).withHeader("Retry After", 1)),
                    "the name of a header is no word that HTTP can send",
                    "\"Retry After\"",
                    WORD);
        }

        @Test
        void is_told_in_place_of_an_answer_that_a_function_makes() throws IOException {
            users.uponReceiving("a request for a user")
                    .stubOnly()
                    .get("/users/1")
                    .willRespondWith(request -> response(200).withHeader("X Id", 1));

            Wire.Response answer = ask("/users/1");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"error\":\"The answer cannot be sent: the name of a header is no word that HTTP can send, \\\"X Id\\\"\"}");
        }
    }

    @Nested
    class Sequences {
        @Test
        void end_with_an_answer_that_is_repeated() throws IOException {
            user().willRespondWith(200).times(2).then(503).then(404);

            assertThat(statuses(5, "/users/1")).containsExactly(200, 200, 503, 404, 404);
        }

        @Test
        void that_nobody_saw_to_their_end_are_told() throws IOException {
            user().willRespondWith(200).times(2).then(503).then(404).times(3);
            users.uponReceiving("a request for nobody").get("/users/0").willRespondWith(404);
            users.uponReceiving("a request for somebody")
                    .get("/users/2")
                    .willRespondWith(404)
                    .then(200);

            statuses(3, "/users/1");

            assertThat(Unreached.note(scope.expectations().unreached())).isEqualTo("""
                    CONTRACT-UNREACHED  some of the answers that follow each other were never asked for
                      in    the last of "a request for a user"
                      mend  let the consumer ask again, or take those answers out""");
            statuses(1, "/users/1");
            assertThat(scope.expectations().unreached()).isEmpty();
        }

        @Test
        void begin_again_if_asked_to() throws IOException {
            user().willRespondWith(200).then(503).times(2).cycle();

            assertThat(statuses(6, "/users/1")).containsExactly(200, 503, 503, 200, 503, 503);
        }

        @Test
        void hold_whole_responses_with_fresh_values() throws IOException {
            user().willRespondWith(200)
                    .then(response(503)
                            .withHeader("Retry-After", 1)
                            .withBody(json(object("code", randomInteger(0, 999_999)))));

            ask("/users/1");
            Wire.Response second = ask("/users/1");
            Wire.Response third = ask("/users/1");

            assertThat(second.head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1\r\n");
            assertThat(second.body()).matches("\\{\"code\":\\d+}").isNotEqualTo(third.body());
            assertThat(scope.expectations().seedNote()).isNotNull();
        }

        @Test
        void leave_the_contract_with_its_one_answer() throws IOException {
            user().willRespondWith(200).then(503).then(Fault.RESET);

            assertThat(scope.expectations().interactions()).singleElement().satisfies(interaction -> assertThat(
                            interaction.response().example().status())
                    .isEqualTo(200));
        }

        @Test
        void refuse_an_answer_that_is_given_no_times() {
            assertThatThrownBy(() -> user().willRespondWith(200).times(0))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                        CONTRACT-TIMES  an answer is given at least once
                          where  AnswersTest\\.java:\\d+
                          found  times\\(0\\)
                          mend   give a number from 1, or leave the answer out""");
        }
    }

    @Nested
    class Slowness {
        @Test
        void delays_one_answer_and_no_other() throws IOException {
            Duration delay = Duration.ofMillis(120);
            user().willRespondWith(200).after(delay).then(503);

            long start = System.nanoTime();
            int first = ask("/users/1").status();
            long passed = System.nanoTime() - start;

            assertThat(first).isEqualTo(200);
            assertThat(Duration.ofNanos(passed)).isGreaterThanOrEqualTo(delay);
            assertThat(ask("/users/1").status()).isEqualTo(503);
        }

        @Test
        void may_vary_from_answer_to_answer() throws IOException {
            user().willRespondWith(200)
                    .after(Delay.between(Duration.ZERO, Duration.ofMillis(1)))
                    .then(201)
                    .after(Delay.logNormal(Duration.ofNanos(1_000), 0.4));

            assertThat(statuses(3, "/users/1")).containsExactly(200, 201, 201);
            assertThat(scope.expectations().seedNote()).isNotNull();
        }

        @Test
        void of_a_body_leaves_the_head_and_the_connection_as_they_are() throws IOException {
            user().willRespondWith(200, json(object("name", "Alice"))).slowly(3, Duration.ofMillis(1));

            try (Wire wire = new Wire(scope.port())) {
                wire.send(get("/users/1"));
                Wire.Response first = wire.receive();
                wire.send(get("/users/1"));

                assertThat(first.head()).contains("Content-Length: 16\r\n");
                assertThat(List.of(first.body(), wire.receive().body())).containsOnly("{\"name\":\"Alice\"}");
            }
        }

        @Test
        void of_a_later_answer_adds_to_its_delay() throws IOException {
            user().willRespondWith(204)
                    .then(200, json("\"abcdef\""))
                    .after(Duration.ofMillis(1))
                    .slowly(3, Duration.ofMillis(1));

            assertThat(ask("/users/1").status()).isEqualTo(204);
            assertThat(ask("/users/1").body()).isEqualTo("\"abcdef\"");
        }

        @Test
        void of_a_body_stops_after_each_piece() throws IOException {
            user().willRespondWith(200, json("\"abcdef\"")).slowly(3, Duration.ofHours(1));

            try (Wire wire = new Wire(scope.port())) {
                wire.send(get("/users/1"));
                wire.head();

                assertThat(wire.bytes(3)).isEqualTo("\"ab");
                assertThat(wire.hasMore()).isFalse();
            }
        }

        @Test
        void of_an_answer_without_a_body_changes_nothing() throws IOException {
            user().willRespondWith(204).slowly(1, Duration.ofHours(1));

            assertThat(ask("/users/1").status()).isEqualTo(204);
        }
    }

    @Nested
    class Faults {
        private void fail(Fault fault) {
            user().willRespondWith(response(200).withBody("application/json", "{\"name\": \"Alice\"}"))
                    .then(fault)
                    .then(204);
        }

        private String broken(Fault fault) throws IOException {
            fail(fault);
            ask("/users/1");
            return everything("/users/1");
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"TIMEOUT", "TLS_FAILURE"})
        void concern_one_answer_and_none_after_it(Fault fault) throws IOException {
            fail(fault);
            ask("/users/1");
            try (Wire wire = new Wire(scope.port())) {
                wire.send(get("/users/1").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
                wire.untilItEnds();
            }

            assertThat(ask("/users/1").status()).isEqualTo(204);
        }

        @Test
        void reset_the_connection() {
            assertThatThrownBy(() -> broken(Fault.RESET))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }

        @Test
        void close_it_without_a_byte() throws IOException {
            assertThat(broken(Fault.EMPTY)).isEmpty();
        }

        @Test
        void send_garbage() throws IOException {
            assertThat(broken(Fault.GARBAGE)).hasSize(64).doesNotContain("HTTP");
        }

        @Test
        void send_what_is_no_chunk() throws IOException {
            String answer = broken(Fault.MALFORMED_CHUNK);

            assertThat(answer)
                    .startsWith(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(body(answer)).doesNotMatch("(?s)\\p{XDigit}.*").hasSize(64);
        }

        @Test
        void break_off_in_the_middle_of_the_body() throws IOException {
            String answer = broken(Fault.TRUNCATED);

            assertThat(answer).contains("Content-Length: 16\r\n");
            assertThat(body(answer)).isEqualTo("{\"name\":");
        }

        @Test
        void count_the_body_wrongly() throws IOException {
            String answer = broken(Fault.WRONG_LENGTH);

            assertThat(answer).contains("Content-Length: 8\r\n");
            assertThat(body(answer)).isEqualTo("{\"name\":\"Alice\"}");
        }

        @Test
        void send_half_of_a_json() throws IOException {
            fail(Fault.MALFORMED_JSON);
            ask("/users/1");

            Wire.Response response = ask("/users/1");

            assertThat(response.head()).contains("Content-Type: application/json\r\n", "Content-Length: 8\r\n");
            assertThat(response.body()).isEqualTo("{\"name\":");
        }

        @ParameterizedTest
        @EnumSource(names = {"TRUNCATED", "WRONG_LENGTH", "MALFORMED_JSON"})
        void damage_some_body_where_there_is_none(Fault fault) throws IOException {
            users.uponReceiving("a request").stubOnly().get("/users/1").willRespondWith(fault);

            try (Wire wire = new Wire(scope.port())) {
                wire.send(get("/users/1"));
                assertThat(wire.receive().body()).startsWith("{\"fault\"").doesNotEndWith("}");
            }
        }

        @Test
        @Timeout(20)
        void may_be_that_no_answer_comes_before_the_test_ends() throws IOException {
            try (Wire wire = new Wire(scope.port())) {
                try (StubScope test = scope.narrow()) {
                    new Stub("order-service", "user-service", test, SpecVersion.V4)
                            .uponReceiving("a request")
                            .stubOnly()
                            .get("/users/1")
                            .willRespondWith(Fault.TIMEOUT);
                    wire.send(get("/users/1"));
                    while (test.expectations().journal().count() == 0) {
                        Thread.onSpinWait();
                    }
                }

                assertThat(wire.rest()).isEmpty();
            }
            user().willRespondWith(200);
            assertThat(ask("/users/1").status()).isEqualTo(200);
        }

        @Test
        void happen_as_often_as_the_seed_says() throws IOException {
            assertThat(failures(1)).isEqualTo(failures(1)).isNotEqualTo(failures(2));
        }

        private String failures(long seed) throws IOException {
            StringBuilder failures = new StringBuilder();
            try (StubScope seeded = StubScope.open(StubSettings.DEFAULT.withSeed(new Seed(seed)))) {
                new Stub("order-service", "user-service", seeded, SpecVersion.V4)
                        .uponReceiving("a request")
                        .get("/")
                        .willRespondWith(204)
                        .failing(0.5, Fault.EMPTY);
                for (int i = 0; i < 40; i++) {
                    try (Wire wire = new Wire(seeded.port())) {
                        wire.send(get("/").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
                        failures.append(wire.rest().isEmpty() ? 'x' : '.');
                    }
                }
                assertThat(seeded.expectations().seedNote()).isNotNull();
            }
            assertThat(failures).contains("x", ".");
            return failures.toString();
        }

        @Test
        void have_a_probability() {
            assertThatThrownBy(() -> user().willRespondWith(200).failing(2, Fault.RESET))
                    .hasMessageMatching("""
                        CONTRACT-PROBABILITY  a probability is a number from 0 to 1
                          where  AnswersTest\\.java:\\d+
                          found  2\\.0
                          mend   give 0\\.1 for one answer in ten""");
        }

        private static String body(String answer) {
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }

    @Nested
    class InteractionsForTheStubOnly {
        @Test
        void are_answered_and_not_recorded() throws IOException {
            users.uponReceiving("a probe").stubOnly().get("/health").willRespondWith(200);
            user().willRespondWith(404);

            assertThat(ask("/health").status()).isEqualTo(200);
            assertThat(recorded()).containsExactly("a request for a user");
        }

        @Test
        void are_judged_like_all_others() {
            users.uponReceiving("a probe").stubOnly().get("/health").willRespondWith(200);

            assertThat(scope.expectations().verdict().isFine()).isFalse();
        }

        @Test
        void alone_may_have_a_function_as_their_answer() throws IOException {
            users.uponReceiving("an echo")
                    .stubOnly()
                    .get(regex("/echo/.*", "/echo/a"))
                    .willRespondWith(request -> response(200).withBody("text/plain", request.path()));

            assertThat(ask("/echo/hello").body()).isEqualTo("/echo/hello");
        }

        @Test
        void may_answer_with_parts_of_the_request() throws IOException {
            users.uponReceiving("an echo")
                    .stubOnly()
                    .get(regex("/echo/.*", "/echo/a"))
                    .willRespondWith(response(200)
                            .withHeader("X-Path", "{{path}}")
                            .withBody(json(object("name", "{{path[1] | upper}}", "code", randomInteger(7, 7))))
                            .fromRequest());

            Wire.Response response = ask("/echo/hello");

            assertThat(response.head()).contains("X-Path: /echo/hello\r\n");
            assertThat(response.body()).isEqualTo("{\"name\":\"HELLO\",\"code\":7}");
        }

        @Test
        void tell_a_mistake_in_a_template_at_its_line() {
            assertThatThrownBy(
                            () -> response(200).withHeader("X-Path", "{{pth}}").fromRequest())
                    .hasMessageMatching("""
                            CONTRACT-TEMPLATE  there is no "pth" in a request
                              where  AnswersTest\\.java:\\d+
                              found  line 1, column 3 of the header X-Path
                              mend   did you mean "path"\\?""");
        }

        @Test
        void tell_the_client_why_a_function_failed() throws IOException {
            users.uponReceiving("an echo").stubOnly().get("/echo").willRespondWith(request -> {
                throw new IllegalStateException("no luck");
            });

            Wire.Response response = ask("/echo");

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.body())
                    .isEqualTo("{\"error\":\"a function that answers \\\"an echo\\\" failed:"
                            + " java.lang.IllegalStateException: no luck\"}");
        }

        @Test
        void are_not_held_to_the_version_of_the_contract() throws IOException {
            Stub old = new Stub("order-service", "user-service", scope, SpecVersion.V1);
            old.uponReceiving("a probe")
                    .stubOnly()
                    .get(regex("/h.*", "/health"))
                    .willRespondWith(200);

            assertThat(ask("/hello").status()).isEqualTo(200);
        }

        @Test
        void are_what_a_fault_must_belong_to() {
            assertThatThrownBy(() -> user().willRespondWith(Fault.RESET))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                        CONTRACT-STUB-ONLY  a fault cannot be written into a contract: no provider owes one
                          where  AnswersTest\\.java:\\d+
                          found  willRespondWith\\(Fault\\.RESET\\) as the answer of "a request for a user"
                          mend   give the response that the provider owes, and this after it: \\.willRespondWith\\(200\\)\\.then\\(…\\); or keep the interaction out of the contract by \\.stubOnly\\(\\)""");
        }

        @Test
        void are_what_a_function_must_belong_to() {
            assertThatThrownBy(() -> user().willRespondWith(request -> response(200)))
                    .hasMessageMatching("""
                        CONTRACT-STUB-ONLY  a function cannot be written into a contract: nobody can tell from it what the provider owes
                          where  AnswersTest\\.java:\\d+
                          found  willRespondWith\\(a function\\) as the answer of "a request for a user"
                          mend   .*""");
        }
    }

    @Nested
    class Files {
        @Test
        void are_bodies_of_the_contract(@TempDir Path directory) throws IOException {
            Path text = java.nio.file.Files.writeString(directory.resolve("user.json"), "{ \"name\": \"Alice\" }");
            Path image = java.nio.file.Files.write(directory.resolve("photo.png"), new byte[] {1, 2, 3});
            user().willRespondWith(response(200).withBody("application/json", text));
            users.uponReceiving("a photo")
                    .get("/photo")
                    .willRespondWith(response(200).withBody("image/png", image));

            assertThat(ask("/users/1").body()).isEqualTo("{\"name\":\"Alice\"}");
            assertThat(ask("/photo").body()).isEqualTo("\u0001\u0002\u0003");
            assertThat(recorded()).containsExactly("a request for a user", "a photo");
        }

        @Test
        void must_be_there() {
            assertThatThrownBy(() -> response(200).withBody("text/plain", Path.of("no such file")))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-FILE  the file of a body cannot be read
                              where  AnswersTest\\.java:\\d+
                              found  .*no such file
                              mend   give a file that is there, seen from .*""");
        }
    }

    @Nested
    class Priorities {
        private InteractionBuilder a(String description) {
            return users.uponReceiving(description);
        }

        @Test
        void outweigh_how_closely_a_request_is_described() throws IOException {
            a("user 1").get("/users/1").willRespondWith(200);
            a("any user").priority(1).get(regex("/users/.*", "/users/2")).willRespondWith(201);

            assertThat(statuses(1, "/users/1")).containsExactly(201);
        }

        @Test
        void below_zero_are_for_what_answers_when_nothing_else_does() throws IOException {
            a("user 1, if need be").priority(-1).get("/users/1").willRespondWith(201);
            a("any user").get(regex("/users/.*", "/users/2")).willRespondWith(200);

            assertThat(statuses(1, "/users/1")).containsExactly(200);
        }

        @Test
        void outweigh_a_literal_body_among_many() throws IOException {
            for (int i = 0; i < 30; i++) {
                a("order " + i)
                        .post("/orders")
                        .withBody(json("{\"id\": " + i + "}"))
                        .willRespondWith(200);
            }
            a("any order").priority(5).post("/orders").willRespondWith(201);

            try (Wire wire = new Wire(scope.port())) {
                wire.send("""
                        POST /orders HTTP/1.1\r
                        Host: stub\r
                        Content-Type: application/json\r
                        Content-Length: 8\r
                        \r
                        {"id":7}""");
                assertThat(wire.receive().status()).isEqualTo(201);
            }
        }
    }

    @Nested
    class Scenarios {
        private InteractionBuilder order(String state) {
            return users.uponReceiving("a request for an order that is " + state)
                    .during("order", state);
        }

        @Test
        void remember_what_was_answered() throws IOException {
            order("start").get("/order").willRespondWith(404);
            order("paid").get("/order").willRespondWith(200);
            order("start").post("/payment").willRespondWith(201).moving("order", "paid");

            int before = ask("/order").status();
            try (Wire wire = new Wire(scope.port())) {
                wire.send("POST /payment HTTP/1.1\r\nHost: stub\r\nContent-Length: 0\r\n\r\n");
                wire.receive();
            }

            assertThat(List.of(before, ask("/order").status())).containsExactly(404, 200);
            assertThat(scope.expectations().verdict().isFine()).isTrue();
        }

        @Test
        void say_where_they_are_when_a_request_comes_too_early() throws IOException {
            order("paid").get("/order").willRespondWith(200);

            assertThat(ask("/order").status()).isEqualTo(500);
            assertThat(scope.expectations().verdict().describe("order-service", "user-service"))
                    .isEqualTo("""
                        CONTRACT-UNEXPECTED  order-service sent a request that user-service is not declared to answer
                          sent      GET /order
                          expected  GET /order
                          by        "a request for an order that is paid", which never came
                          state     "order" is in "start", and this is answered in "paid" only
                          mend      correct the request that the client sends, or the one that is declared""");
        }

        @Test
        void have_names() {
            assertThatThrownBy(() -> users.uponReceiving("a request").during("", "paid"))
                    .hasMessageMatching("""
                        CONTRACT-SCENARIO  a scenario or its state has no name
                          where  AnswersTest\\.java:\\d+
                          found  "" and "paid"
                          mend   name both, for example "order" and "paid"; every scenario begins in "start\"""");
        }
    }
}
