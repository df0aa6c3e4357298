package dev.contract.consumer.junit;

import static dev.contract.consumer.Matchers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Messages;
import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import dev.contract.consumer.scope.Correlation;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes that are launched by others, with variations of their answers or without fields; no test by themselves. */
final class VariedSamples {
    private VariedSamples() {}

    private static JsonObject read(Stub stub, String path) {
        String answer = Client.get(stub.url() + path);
        return JsonReader.read(answer.substring(answer.indexOf(' ') + 1))
                .asObject()
                .orElseThrow();
    }

    private static void expectUser(Stub users) {
        users.given("user 1 exists")
                .uponReceiving("a request for user 1")
                .get("/users/1")
                .willRespondWith(200, json(object("age", between(0, 3_000_000_000L, 42))));
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", variations = 20)
    static class Breaking {
        @Test
        void reads_an_age(Stub users) {
            expectUser(users);

            assertThat(Reader.number(read(users, "/users/1"), "age")).isNotNegative();
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", variations = 20)
    static class OfTheTest {
        static final List<String> SEEN = new CopyOnWriteArrayList<>();

        @BeforeEach
        void asks_before(Stub users) {
            users.uponReceiving("a request before").get("/before").willRespondWith(200, like("pong"));
        }

        @Test
        void asserts_what_the_example_says(Stub users) {
            expectUser(users);

            SEEN.add(Client.get(users.url() + "/before"));
            assertThat(read(users, "/users/1").get("age").orElseThrow().text()).isEqualTo("42");
        }

        @Test
        void asserts_it_only_of_the_example(Stub users) {
            expectUser(users);

            Client.get(users.url() + "/before");
            String age = read(users, "/users/1").get("age").orElseThrow().text();
            if (users.givesExample()) {
                assertThat(age).isEqualTo("42");
            } else {
                assertThat(age).isEqualTo(users.answered("$.age"));
            }
        }

        @Test
        void throws_by_itself(Stub users) {
            users.uponReceiving("a list").get("/list").willRespondWith(200, object("all", eachLike(1, 0)));

            Client.get(users.url() + "/before");
            read(users, "/list").array("all").orElseThrow().elements().get(0);
        }

        @Test
        void asks_for_what_it_was_told(Stub users) {
            users.uponReceiving("a search").get("/search").willRespondWith(200, object("next", like("a")));
            users.uponReceiving("the next").get("/next/a").willRespondWith(200);

            Client.get(users.url() + "/before");
            String next = read(users, "/search").get("next").orElseThrow().text();
            if (!next.matches("\\w+")) {
                throw new IllegalStateException("nobody can ask for this");
            }
            if (!Client.get(users.url() + "/next/" + next).equals("200")) {
                throw new IllegalStateException("the next is not there");
            }
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", variations = 20)
    static class OfMessages {
        @ParameterizedTest
        @ValueSource(strings = "row")
        void handles_a_message(String row, Messages orders) {
            orders.expects("a message in a " + row)
                    .withMetadata("topic", "orders")
                    .withContent(json(object("items", eachLike(object("name", like("tea")), 0, 3))))
                    .handledBy(message -> Mailer.first(message.text()));
        }
    }

    private static final class Reader {
        static int number(JsonObject from, String name) {
            return Integer.parseInt(from.get(name).orElseThrow().text());
        }
    }

    private static final class Mailer {
        static String first(String message) {
            JsonObject order = JsonReader.read(message).asObject().orElseThrow();
            return order.array("items").orElseThrow().get(0).toJson();
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", variations = 20)
    static class InScopes {
        @Test
        void reads_an_age_in_a_scope(Stub users) {
            try (Scope scope = users.scope(Correlation.path("/a"))) {
                scope.uponReceiving("a request in a scope")
                        .get("/a/1")
                        .willRespondWith(200, json(object("age", integer(42))));
                users.uponReceiving("a request beside it").get("/b").willRespondWith(200);

                Client.get(users.url() + "/b");
                assertThat(Reader.number(read(users, "/a/1"), "age")).isNotZero();
            }
        }

        @Test
        void asks_a_scope_for_what_it_was_told(Stub users) {
            try (Scope scope = users.scope(Correlation.path("/c"))) {
                scope.uponReceiving("a search in a scope")
                        .get("/c/search")
                        .willRespondWith(200, json(object("next", regex("[a-z]", "a"))));
                scope.uponReceiving("the next in a scope").get("/c/a").willRespondWith(200);

                String next = read(users, "/c/search").string("next").orElseThrow();
                assertThat(Client.get(users.url() + "/c/" + next)).isEqualTo("200");
                assertThat(next).isEqualTo(users.answered("a search in a scope", "$.next"));
                assertThat(users.answered("$.next")).isNull();
            }
        }
    }

    /** Reads twelve of twenty. */
    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", knockOut = true)
    static class Frugal {
        @Test
        void reads_twelve_of_twenty(Stub users) {
            users.uponReceiving("a request for user 1")
                    .get("/users/1")
                    .willRespondWith(response(200)
                            .withHeader("Location", "/users/1")
                            .withHeader("ETag", like("abc"))
                            .withBody(json(Map.ofEntries(
                                    Map.entry("id", integer(1)),
                                    Map.entry("name", like("Alice")),
                                    Map.entry("mail", like("alice@example.org")),
                                    Map.entry("age", integer(42)),
                                    Map.entry("joined", isoDate("2024-02-29")),
                                    Map.entry("active", bool(true)),
                                    Map.entry("roles", eachLike("admin")),
                                    Map.entry("nick", like("Al")),
                                    Map.entry("phone", nullable("1234")),
                                    Map.entry("fax", optional(like("1235"))),
                                    Map.entry("avatar", like("/a.png")),
                                    Map.entry("preferences", object("colour", "red", "size", object("x", 1))),
                                    Map.entry(
                                            "address",
                                            object("street", like("High St"), "city", like("Rome"), "zip", like("1"))),
                                    Map.entry(
                                            "items",
                                            eachLike(object(
                                                    "sku", like("a"), "price", integer(1), "weight", integer(2))))))));

            var connection = users.url() + "/users/1";
            JsonObject user = read(users, "/users/1");
            assertThat(user.get("id").orElseThrow().text()).isEqualTo("1");
            assertThat(user.string("name")).contains("Alice");
            assertThat(user.string("mail")).contains(users.answered("$.mail"));
            if (users.givesExample()) {
                assertThat(user.get("age").orElseThrow().text()).isEqualTo("42");
            }
            assertThat(user.string("joined")).isPresent();
            assertThat(user.get("active")).isPresent();
            assertThat(user.array("roles")).isPresent();
            JsonObject address = user.object("address").orElseThrow();
            assertThat(address.string("street")).isPresent();
            assertThat(address.string("city")).isPresent();
            user.array("items").orElseThrow().forEach(item -> {
                assertThat(item.asObject().orElseThrow().string("sku")).isPresent();
                assertThat(item.asObject().orElseThrow().get("price")).isPresent();
            });
            assertThat(Client.header(connection, "Location")).isEqualTo("/users/1");
        }
    }

    /** What one test does not read, another may. */
    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", knockOut = true)
    static class Sharing {
        private static JsonObject user(Stub users) {
            users.uponReceiving("a request for user 1")
                    .get("/users/1")
                    .willRespondWith(200, object("id", 1, "name", object("first", "A", "last", "B"), "nick", "Al"));
            return read(users, "/users/1");
        }

        @Test
        void reads_one_field(Stub users) {
            assertThat(user(users).get("id")).isPresent();
        }

        @Test
        void reads_another(Stub users) {
            assertThat(user(users).object("name").orElseThrow().string("first")).isPresent();
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", knockOut = true)
    static class Intolerant {
        @Test
        void knows_all_fields(Stub users) {
            users.uponReceiving("a request for user 1")
                    .get("/users/1")
                    .willRespondWith(200, object("id", 1, "closed", strict(object("a", 1)), "open", object("b", 1)));

            JsonObject open = read(users, "/users/1").object("open").orElseThrow();
            if (!open.names().equals(List.of("b"))) {
                throw new IllegalStateException("unknown: " + open.names());
            }
        }
    }
}
