package dev.contract.consumer.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.answer.Fault;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.ContractException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final HttpInteraction LOGIN = interaction("a login");
    private static final HttpInteraction ORDER = interaction("an order");

    private final JournalKeeper keeper = keeper(100, 10_000);
    private final Journal journal = keeper.journal();

    private static JournalKeeper keeper(int entries, long bytes) {
        return new JournalKeeper(entries, bytes, InstantSource.fixed(NOW));
    }

    private static HttpInteraction interaction(String description, ProviderState... states) {
        return new HttpInteraction(
                description,
                List.of(states),
                RequestPart.of(HttpRequest.of("GET", "/")),
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE);
    }

    private record Sent(HttpResponse toResponse, long ownBytes) implements SentResponse {}

    private static Exchange came(JournalKeeper keeper, String path, HttpInteraction by) {
        Exchange exchange = keeper.came(HttpRequest.of("POST", path), by, null);
        keeper.answered(exchange, new Sent(HttpResponse.of(by == null ? 500 : 200), 0));
        return exchange;
    }

    private Exchange came(String path, HttpInteraction by) {
        return came(keeper, path, by);
    }

    private static List<String> paths(Journal journal) {
        return journal.all().stream().map(each -> each.request().path()).toList();
    }

    @Nested
    class Asking {
        @Test
        void for_all_gives_each_exchange_with_its_number_and_time() {
            came("/login", LOGIN);
            came("/nowhere", null);

            assertThat(journal).hasToString("""
                #1 POST /login -> 200, "a login"
                #2 POST /nowhere -> 500, expected by no interaction""");
            assertThat(journal.last().time()).isEqualTo(NOW);
            assertThat(journal.last().number()).isEqualTo(2);
            assertThat(journal.count()).isEqualTo(2);
        }

        @Test
        void for_a_description_gives_what_its_interactions_answered() {
            HttpInteraction again = interaction("a login", ProviderState.of("the password has expired"));
            came("/1", LOGIN);
            came("/2", ORDER);
            came("/3", again);

            assertThat(paths(journal.of("a login"))).containsExactly("/1", "/3");
            assertThat(paths(journal.of(() -> again))).containsExactly("/3");
            assertThat(journal.of("a login").count()).isEqualTo(2);
        }

        @Test
        void twice_gives_what_meets_both() {
            HttpInteraction again = interaction("a login", ProviderState.of("the password has expired"));
            came("/1", LOGIN);
            came("/2", again);

            assertThat(paths(journal.of("a login").of(() -> again))).containsExactly("/2");
            assertThatThrownBy(() -> journal.of("a login").of("an order").last())
                    .hasMessageStartingWith(
                            "CONTRACT-JOURNAL  there is no request for \"a login\" and for \"an order\"\n");
        }

        @Test
        void for_the_last_of_none_says_so() {
            came("/login", LOGIN);

            assertThatThrownBy(() -> journal.of("an order").last())
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                        CONTRACT-JOURNAL  there is no request for "an order"
                          found  requests in the journal: 1
                          mend   ask when one has come: journal().await(1, Duration.ofSeconds(5))""");
        }

        @Test
        void shows_a_fault_in_place_of_a_response() {
            Exchange exchange = keeper.came(HttpRequest.of("GET", "/"), LOGIN, null);
            assertThat(exchange).hasToString("#1 GET / -> no answer yet, \"a login\"");

            keeper.failed(exchange, Fault.RESET, null);

            assertThat(exchange).hasToString("#1 GET / -> Fault.RESET, \"a login\"");
            assertThat(exchange.response()).isEmpty();
        }

        @Test
        void after_it_was_cleared_goes_on_numbering() {
            came("/1", LOGIN);
            came("/2", ORDER);
            journal.of("a login").clear();
            assertThat(paths(journal)).containsExactly("/2");

            journal.clear();
            came("/3", LOGIN);

            assertThat(journal).hasToString("#3 POST /3 -> 200, \"a login\"");
            assertThat(journal.count()).isEqualTo(1);
        }
    }

    @Nested
    class Bounds {
        @Test
        void of_number_forget_the_oldest_and_count_them() {
            JournalKeeper three = keeper(3, 10_000);
            for (int i = 0; i < 5; i++) {
                came(three, "/" + i, i % 2 == 0 ? LOGIN : ORDER);
            }

            assertThat(paths(three.journal())).containsExactly("/2", "/3", "/4");
            assertThat(three.journal().dropped()).isEqualTo(2);
            assertThat(three.journal().count()).isEqualTo(5);
            assertThat(three.journal().of("a login").count()).isEqualTo(3);
            assertThat(three.journal().of("an order").dropped()).isEqualTo(1);
        }

        @Test
        void hold_for_a_million_requests() {
            JournalKeeper keeper = keeper(1_000, 64 << 20);
            for (int i = 0; i < 1_000_000; i++) {
                came(keeper, "/users/1", LOGIN);
            }

            assertThat(keeper.journal().all()).hasSize(1_000);
            assertThat(keeper.journal().of("a login").count()).isEqualTo(1_000_000);
            assertThat(keeper.journal().last().number()).isEqualTo(1_000_000);
        }

        @Test
        void of_bytes_count_all_that_a_client_can_make_long() {
            JournalKeeper small = keeper(100, 60);
            HttpRequest header = HttpRequest.of("GET", "/a").withHeader("X", "x".repeat(20));
            HttpRequest query = HttpRequest.of("GET", "/b").withQuery(Query.parse("x=" + "x".repeat(20)));
            HttpRequest body = HttpRequest.of("GET", "/c").withBody(Body.text("x".repeat(20), null));
            List.of(header, query, body).forEach(each -> small.came(each, LOGIN, null));

            assertThat(paths(small.journal())).containsExactly("/b", "/c");
        }

        @Test
        void of_bytes_count_a_response_that_was_made_for_one_request() {
            JournalKeeper small = keeper(100, 60);
            Exchange first = small.came(HttpRequest.of("GET", "/a"), LOGIN, null);
            Exchange second = small.came(HttpRequest.of("GET", "/b"), LOGIN, null);

            small.answered(first, new Sent(HttpResponse.of(200), 40));
            assertThat(paths(small.journal())).containsExactly("/a", "/b");
            small.answered(second, new Sent(HttpResponse.of(200), 40));
            assertThat(paths(small.journal())).containsExactly("/b");
            small.answered(first, new Sent(HttpResponse.of(200), 60));
            assertThat(paths(small.journal())).containsExactly("/b");
        }

        @Test
        void hold_for_each_of_two_journals_one_of_which_is_a_part_of_the_other() {
            JournalKeeper two = keeper(2, 10_000);
            JournalKeeper part = two.narrower("header \"X-Request-ID\" is \"7\"");
            came(part, "/1", LOGIN);
            came(two, "/2", LOGIN);
            came(two, "/3", LOGIN);

            assertThat(paths(part.journal())).containsExactly("/1");
            assertThat(paths(two.journal())).containsExactly("/2", "/3");
            assertThat(part.journal().last().scope()).contains("header \"X-Request-ID\" is \"7\"");
        }
    }

    @Nested
    @Timeout(60)
    class Waiting {
        @Test
        void ends_when_enough_have_come() throws Exception {
            came("/1", LOGIN);
            ExecutorService consumer = Executors.newSingleThreadExecutor();
            try {
                Future<?> sent = consumer.submit(() -> {
                    came("/other", ORDER);
                    came("/2", LOGIN);
                });

                List<Exchange> logins = journal.of("a login").await(2, Duration.ofSeconds(30));

                assertThat(logins).extracting(each -> each.request().path()).containsExactly("/1", "/2");
                sent.get();
            } finally {
                consumer.shutdownNow();
            }
        }

        @Test
        void in_vain_shows_what_came_instead() {
            for (int i = 1; i <= 11; i++) {
                came("/" + i, i == 1 ? LOGIN : null);
            }

            assertThatThrownBy(() -> journal.of("a login").await(2, Duration.ofMillis(1)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                        CONTRACT-AWAIT  2 requests for "a login" did not come within 0.001s
                          came  1 before these
                                #2 POST /2 -> 500, expected by no interaction
                                #3 POST /3 -> 500, expected by no interaction
                                #4 POST /4 -> 500, expected by no interaction
                                #5 POST /5 -> 500, expected by no interaction
                                #6 POST /6 -> 500, expected by no interaction
                                #7 POST /7 -> 500, expected by no interaction
                                #8 POST /8 -> 500, expected by no interaction
                                #9 POST /9 -> 500, expected by no interaction
                                #10 POST /10 -> 500, expected by no interaction
                                #11 POST /11 -> 500, expected by no interaction
                          mend  give it longer, or look at why the consumer does not send them""");
        }

        @Test
        void where_nothing_came_says_so() {
            assertThatThrownBy(() -> journal.await(1, Duration.ZERO))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                        CONTRACT-AWAIT  a request at all did not come within 0s
                          came  nothing
                          mend  give it longer, or look at why the consumer does not send them""");
        }

        @Test
        void leaves_a_thread_interrupted_that_was() {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> journal.await(1, Duration.ofSeconds(30))).isInstanceOf(AssertionError.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class Order {
        @Test
        void is_right_with_others_in_between() {
            came("/1", LOGIN);
            came("/2", null);
            came("/3", LOGIN);
            came("/4", ORDER);

            journal.inOrder("a login", "an order");
            journal.inOrder("a login", "a login", "an order");
        }

        @Test
        void that_is_wrong_is_shown() {
            came("/1", ORDER);
            came("/2", LOGIN);

            assertThatThrownBy(() -> journal.inOrder("a login", "an order"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                        CONTRACT-ORDER  requests did not come in the order that was expected
                          expected  "a login", then "an order"
                          missing   "an order", none after "a login"
                          came      #1 POST /1 -> 200, "an order"
                                    #2 POST /2 -> 200, "a login"
                          mend      correct the order in which the consumer sends them, or the one that the test expects""");
        }
    }

    @Nested
    class Listeners {
        @Test
        void are_told_of_what_they_asked_for_until_they_stop() {
            List<String> told = new ArrayList<>();
            try (Journal.Listening listening = journal.of("a login").listen(each -> told.add(each.toString()))) {
                came(keeper.narrower(null), "/1", LOGIN);
                came("/2", ORDER);
                assertThat(listening).isNotNull();
            }
            came("/3", LOGIN);

            assertThat(told).containsExactly("#1 POST /1 -> 200, \"a login\"");
        }

        @Test
        void that_fail_harm_nobody() {
            List<String> told = new ArrayList<>();
            journal.listen(each -> {
                throw new IllegalStateException("a listener's own trouble");
            });
            journal.listen(each -> told.add(each.request().path()));

            came("/1", LOGIN);

            assertThat(told).containsExactly("/1");
        }
    }

    @Nested
    class Requests {
        private ReceivedRequest post(String type, String body) {
            HttpRequest request = HttpRequest.of("POST", "/orders/7")
                    .withHeader("Content-Type", type)
                    .withBody(Body.text(body, null));
            return keeper.came(request, LOGIN, null).request();
        }

        @Test
        void give_values_of_their_json_as_java_has_them() {
            ReceivedRequest request = post("application/json", """
                {"name": "Alice", "age": 42, "big": 5000000000, "huge": 123456789012345678901, "price": 1.50, "vip": true, "none": null,
                 "items": [{"id": 7}, {"id": 8}], "a key": {"x": []}}""");

            assertThat(request.json("$.name")).isEqualTo("Alice");
            assertThat(request.json("$.age")).isEqualTo(42);
            assertThat(request.json("$.big")).isEqualTo(5_000_000_000L);
            assertThat(request.json("$.huge")).isEqualTo(new BigInteger("123456789012345678901"));
            assertThat(request.json("$.price")).isEqualTo(new BigDecimal("1.50"));
            assertThat(request.json("$.vip")).isEqualTo(true);
            assertThat(request.json("$.none")).isNull();
            assertThat(request.json("$.items[1].id")).isEqualTo(8);
            assertThat(request.json("$.items")).isEqualTo(List.of(Map.of("id", 7), Map.of("id", 8)));
            assertThat(request.json("$['a key']")).isEqualTo(Map.of("x", List.of()));
            assertThat(request.json().asObject().orElseThrow().string("name")).contains("Alice");
        }

        @Test
        void say_what_they_have_instead_of_json() {
            assertThatThrownBy(() -> post("text/plain", "no").json("$.name"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                        CONTRACT-JOURNAL  the body of a request is no JSON
                          where  POST /orders/7
                          found  "no"
                          mend   ask for its text() or form()""");
            assertThatThrownBy(() -> post("application/json", "{\"a\": 1}").json("$.b"))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                        CONTRACT-JOURNAL  the body of a request has no $.b
                          where  POST /orders/7
                          found  {"a": 1}
                          mend   name a value that is there by its keys and positions, such as $.items[0].name""");
        }

        @Test
        void give_their_query_headers_cookies_and_form() {
            HttpRequest raw = HttpRequest.of("POST", "/a")
                    .withQuery(Query.parse("q=x%26y&q=2&flag"))
                    .withHeader("Cookie", "sid=a=b; theme=dark; odd")
                    .withHeader("X-Tag", "1")
                    .withBody(Body.text("name=J%C3%BCrgen+K&empty=", null));
            ReceivedRequest request = keeper.came(raw, LOGIN, null).request();

            assertThat(request.query())
                    .containsEntry("q", List.of("x&y", "2"))
                    .containsEntry("flag", Arrays.asList((String) null));
            assertThat(request.query("q")).contains("x&y");
            assertThat(request.query("flag")).isEmpty();
            assertThat(request.header("x-tag")).contains("1");
            assertThat(request.cookies()).containsExactly(Map.entry("sid", "a=b"), Map.entry("theme", "dark"));
            assertThat(request.form("name")).contains("Jürgen K");
            assertThat(request.form()).containsEntry("empty", List.of(""));
            assertThat(request.text()).isEqualTo("name=J%C3%BCrgen+K&empty=");
            assertThat(request.asHttpRequest()).isEqualTo(raw);
        }

        @Test
        void cannot_be_changed() {
            ReceivedRequest request = post("text/plain", "abc");
            request.bytes()[0] = 'x';

            assertThat(request.text()).isEqualTo("abc");
            assertThatThrownBy(() -> request.cookies().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> request.query().put("a", List.of()))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void are_read_in_their_own_charset() {
            HttpRequest raw = HttpRequest.of("POST", "/a")
                    .withHeader("Content-Type", "text/plain; charset=ISO-8859-1")
                    .withBody(Body.of(new byte[] {(byte) 0xfc}));

            assertThat(keeper.came(raw, LOGIN, null).request().text()).isEqualTo("ü");
        }
    }
}
