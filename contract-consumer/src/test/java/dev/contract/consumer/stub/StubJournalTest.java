package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.response;
import static dev.contract.consumer.scope.Correlation.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Answers;
import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.journal.Journal;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the journal of a stub shows of requests over real sockets. */
@Timeout(60)
class StubJournalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StubScope scope = StubScope.open(StubSettings.DEFAULT);
    private final Stub users = new Stub("order-service", "user-service", scope, SpecVersion.V4);

    @AfterEach
    void stop() {
        scope.close();
    }

    private Wire.Response ask(String path) throws IOException {
        try (Wire wire = new Wire(scope.port())) {
            wire.send("GET " + path + " HTTP/1.1\r\nHost: stub\r\n\r\n");
            return wire.receive();
        }
    }

    @Test
    void knows_what_interactions_are_called() throws IOException {
        users.uponReceiving("a login").get("/login").willRespondWith(200);
        Scope scope = users.scope(header("X-Request-ID").is(1));
        scope.uponReceiving("a payment").get("/payments").willRespondWith(200);
        ask("/login");

        assertThat(users.journal().of("a payment").count()).isZero();
        assertThatThrownBy(() -> users.journal().of("a paymnet"))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-JOURNAL  no interaction has this description
                          found  "a paymnet", not "a payment", "a login"
                          mend   did you mean "a payment"?""");
        assertThatThrownBy(() -> users.journal().inOrder("a login", "an order"))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-JOURNAL  no interaction has this description
                          found  "an order", not "a login", "a payment"
                          mend   give the text of its uponReceiving(…)""");
    }

    @Test
    void has_listeners_that_may_take_the_stub_down() throws Exception {
        users.uponReceiving("a user").get("/1").willRespondWith(200);
        CompletableFuture<Outage> outage = new CompletableFuture<>();
        Journal.Listening listening = users.journal().listen(each -> outage.complete(users.down()));
        try (Wire wire = new Wire(scope.port())) {
            wire.send("GET /1 HTTP/1.1\r\nHost: stub\r\n\r\n");

            outage.get(30, TimeUnit.SECONDS).close();
            wire.untilItEnds();
        }
        listening.close();
        assertThat(ask("/1").head()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void is_the_response_as_it_was_sent() throws IOException {
        users.uponReceiving("a user")
                .get("/1")
                .willRespondWith(200, json(object("name", "Alice")))
                .then(response(201).withHeader("X-Tag", "late"))
                .after(Duration.ofMillis(5))
                .then(request -> response(202).withBody("text/plain", request.path()));
        for (int i = 0; i < 3; i++) {
            ask("/1");
        }

        List<Exchange> all = users.journal().all();
        assertThat(all)
                .extracting(Exchange::toString)
                .containsExactly(
                        "#1 GET /1 -> 200, \"a user\"", "#2 GET /1 -> 201, \"a user\"", "#3 GET /1 -> 202, \"a user\"");
        assertThat(all.get(0).response().orElseThrow().body().text()).isEqualTo("{\"name\":\"Alice\"}");
        assertThat(all.get(0).response().orElseThrow().headers().first("Content-Type"))
                .contains("application/json");
        assertThat(all.get(1).response().orElseThrow().headers().first("X-Tag")).contains("late");
        assertThat(all.get(2).response().orElseThrow().body().text()).isEqualTo("/1");
    }

    @Test
    void is_what_the_dsl_returns_and_what_was_expected_by_nobody() throws IOException {
        Answers first =
                users.uponReceiving("a user").get("/1").willRespondWith(200).then(503);
        users.uponReceiving("another user").get("/2").willRespondWith(200);
        ask("/2");
        ask("/1");
        ask("/3");

        assertThat(users.journal().of(first).all()).extracting(Exchange::number).containsExactly(2L);
        Exchange last = users.journal().last();
        assertThat(last.interaction()).isEmpty();
        assertThat(last.nearest()).get().extracting(each -> each.description()).isEqualTo("a user");
        assertThat(last.response().orElseThrow().status()).isEqualTo(500);
    }

    @Test
    void tells_a_fault_and_what_it_left_of_the_answer() throws IOException {
        users.uponReceiving("a user")
                .get("/1")
                .willRespondWith(200, json(object("name", "Alice")))
                .then(Fault.MALFORMED_JSON)
                .then(Fault.EMPTY);
        List<Exchange> told = Collections.synchronizedList(new ArrayList<>());
        users.journal().listen(told::add);

        ask("/1");
        ask("/1");
        try (Wire wire = new Wire(scope.port())) {
            wire.send("GET /1 HTTP/1.1\r\nHost: stub\r\n\r\n");
            wire.untilItEnds();
        }

        assertThat(told)
                .extracting(Exchange::toString)
                .containsExactly(
                        "#1 GET /1 -> 200, \"a user\"",
                        "#2 GET /1 -> Fault.MALFORMED_JSON, \"a user\"",
                        "#3 GET /1 -> Fault.EMPTY, \"a user\"");
        assertThat(told.get(1).response().orElseThrow().body().text()).isEqualTo("{\"name\":");
        assertThat(told.get(2).response()).isEmpty();
    }

    @Test
    void can_be_waited_for_while_an_answer_is_held_back() throws IOException {
        users.uponReceiving("a user").stubOnly().get("/1").willRespondWith(Fault.TIMEOUT);

        try (Wire wire = new Wire(scope.port())) {
            wire.send("GET /1 HTTP/1.1\r\nHost: stub\r\n\r\n");
            assertThat(users.journal().of("a user").await(1, PATIENCE)).hasSize(1);
        }
    }

    @Test
    void may_be_read_while_requests_come() throws Exception {
        users.uponReceiving("a user").get("/1").willRespondWith(200);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Callable<Integer> client = () -> {
                    int ok = 0;
                    for (int j = 0; j < 500; j++) {
                        ok += ask("/1").status() == 200 ? 1 : 0;
                    }
                    return ok;
                };
                sent.add(clients.submit(client));
            }
            while (users.journal().count() < 2_000) {
                List<Exchange> all = users.journal().all();
                assertThat(all).isSortedAccordingTo(Comparator.comparingLong(Exchange::number));
                assertThat(all.size()).isLessThanOrEqualTo(1_000);
            }
            for (Future<Integer> each : sent) {
                assertThat(each.get()).isEqualTo(500);
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(users.journal().of("a user").count()).isEqualTo(2_000);
        assertThat(users.journal().dropped()).isEqualTo(1_000);
    }
}
