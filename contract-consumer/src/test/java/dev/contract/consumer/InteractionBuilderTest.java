package dev.contract.consumer;

import static dev.contract.consumer.Matchers.clientErrorStatus;
import static dev.contract.consumer.Matchers.eachLike;
import static dev.contract.consumer.Matchers.errorStatus;
import static dev.contract.consumer.Matchers.integer;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.nonErrorStatus;
import static dev.contract.consumer.Matchers.nullValue;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.redirectStatus;
import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static dev.contract.consumer.Matchers.serverErrorStatus;
import static dev.contract.consumer.Matchers.statusIn;
import static dev.contract.consumer.Matchers.successStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InteractionBuilderTest {
    private final List<HttpInteraction> recorded = new ArrayList<>();

    private InteractionBuilder a() {
        return new InteractionBuilder(recorded::add);
    }

    private HttpInteraction only() {
        assertThat(recorded).hasSize(1);
        return recorded.get(0);
    }

    @Test
    void the_first_example_of_the_manual_becomes_one_interaction() {
        a().given("user user123 exists")
                .uponReceiving("a request for user user123")
                .get("/users/user123")
                .willRespondWith(200, json(object("user_id", "user123", "exists", true, "name", like("Alice"))));

        HttpInteraction interaction = only();
        assertThat(interaction.description()).isEqualTo("a request for user user123");
        assertThat(interaction.states()).containsExactly(ProviderState.of("user user123 exists"));
        assertThat(interaction.request().example()).isEqualTo(HttpRequest.of("GET", "/users/user123"));
        assertThat(interaction.response().example().headers())
                .isEqualTo(Headers.of("Content-Type", "application/json"));
        assertThat(interaction.response().example().body().text())
                .isEqualTo("{\"user_id\":\"user123\",\"exists\":true,\"name\":\"Alice\"}");
        assertThat(interaction.response().rules().of(Category.BODY))
                .containsExactly(Map.entry("$.name", RuleGroup.of(MatchingRule.of("type"))));
    }

    @Nested
    class States {
        @Test
        void carry_parameters_of_any_kind_in_a_stable_order() {
            a().given("a user exists", Map.of("name", "Alice", "id", 42, "active", true))
                    .given("the shop is open")
                    .uponReceiving("a request")
                    .get("/")
                    .willRespondWith(204);

            assertThat(only().states().get(0).parameters().toJson())
                    .isEqualTo("{\"active\":true,\"id\":42,\"name\":\"Alice\"}");
            assertThat(only().states().get(1).name()).isEqualTo("the shop is open");
        }

        @Test
        void need_a_name() {
            assertThatThrownBy(() -> a().given(" "))
                    .isInstanceOf(ContractException.class)
                    .hasMessageStartingWith("""
                    CONTRACT-INTERACTION  a provider state has no name
                      where  InteractionBuilderTest.java:""");
        }
    }

    @Nested
    class Keys {
        @Test
        void stand_beside_the_description() {
            a().key("order-7").uponReceiving("a request").get("/").willRespondWith(204);

            assertThat(only().annotations().key()).isEqualTo("order-7");
        }

        @Test
        void are_left_to_the_writer_unless_one_is_given() {
            a().uponReceiving("a request").get("/").willRespondWith(204);

            assertThat(only().annotations().key()).isNull();
        }

        @Test
        void are_not_blank() {
            assertThatThrownBy(() -> a().key(" "))
                    .isInstanceOf(ContractException.class)
                    .hasMessageStartingWith("""
                    CONTRACT-INTERACTION  the key of an interaction is empty
                      where  InteractionBuilderTest.java:""")
                    .hasMessageEndingWith(
                            "mend   give a text that no other interaction of the contract has, or leave key(…) out");
        }
    }

    @Nested
    class Transports {
        @Test
        void are_named_where_the_provider_has_another_address() {
            a().transport("admin").uponReceiving("a request").get("/").willRespondWith(204);

            assertThat(only().annotations().transport()).isEqualTo("admin");
        }

        @Test
        void are_not_blank() {
            assertThatThrownBy(() -> a().transport(""))
                    .isInstanceOf(ContractException.class)
                    .hasMessageStartingWith("""
                    CONTRACT-INTERACTION  the transport of an interaction has no name
                      where  InteractionBuilderTest.java:""")
                    .hasMessageEndingWith(
                            "mend   give the name under which the provider's verification has its address,"
                                    + " for example transport(\"admin\")");
        }
    }

    @Nested
    class Requests {
        @Test
        void take_a_query_headers_and_a_body_between_path_and_response() {
            a().uponReceiving("an order")
                    .post("/orders")
                    .withQuery("dry", true)
                    .withQuery("limit", integer(10))
                    .withHeader("Authorization", regex("Bearer .+", "Bearer token"))
                    .withBody(json(object("item", "tea", "count", integer(2))))
                    .willRespondWith(201);

            var request = only().request();
            assertThat(request.example().query())
                    .isEqualTo(Query.of(Map.of("dry", List.of("true"), "limit", List.of("10"))));
            assertThat(request.example().headers())
                    .isEqualTo(Headers.of("Authorization", "Bearer token", "Content-Type", "application/json"));
            assertThat(request.rules().of(Category.QUERY))
                    .containsExactly(Map.entry("limit", RuleGroup.of(MatchingRule.of("integer"))));
            assertThat(request.rules().of(Category.HEADER))
                    .containsExactly(Map.entry("Authorization", RuleGroup.of(MatchingRule.regex("Bearer .+"))));
            assertThat(request.rules().of(Category.BODY))
                    .containsExactly(Map.entry("$.count", RuleGroup.of(MatchingRule.of("integer"))));
        }

        @Test
        void may_have_a_path_that_varies() {
            a().uponReceiving("any user").get(regex("/users/\\d+", "/users/42")).willRespondWith(200);

            assertThat(only().request().example().path()).isEqualTo("/users/42");
            assertThat(only().request().rules().single(Category.PATH))
                    .contains(RuleGroup.of(MatchingRule.regex("/users/\\d+")));
        }

        @Test
        void read_a_query_in_the_path() {
            a().uponReceiving("a search").get("/users?name=J%C3%B6rg&active").willRespondWith(200);

            assertThat(only().request().example().path()).isEqualTo("/users");
            assertThat(only().request().example().query().values("name")).containsExactly("Jörg");
            assertThat(only().request().example().query().values("active")).containsExactly((String) null);
        }

        @Test
        void have_their_path_as_it_stands_on_the_wire() {
            a().uponReceiving("a search").get("/a b/größe/c%2Fd").willRespondWith(200);

            assertThat(only().request().example().path()).isEqualTo("/a%20b/gr%C3%B6%C3%9Fe/c%2Fd");
        }

        @Test
        void may_repeat_a_parameter_or_leave_the_number_free() {
            a().uponReceiving("a search")
                    .get("/")
                    .withQuery("tag", "a", "b")
                    .withQuery("id", eachLike(integer(1), 1, 3))
                    .willRespondWith(200);

            assertThat(only().request().example().query().values("tag")).containsExactly("a", "b");
            assertThat(only().request().example().query().values("id")).containsExactly("1");
            RuleGroup group = only().request().rules().of(Category.QUERY).get("id");
            assertThat(group.rules()).extracting(MatchingRule::type).containsExactly("type", "integer");
        }

        @Test
        void refuse_different_matchers_for_one_name() {
            assertThatThrownBy(() -> a().uponReceiving("a search").get("/").withQuery("id", integer(1), "b"))
                    .hasMessageStartingWith(
                            "CONTRACT-MATCHER  the query parameter \"id\" has different matchers for its values");
        }

        @Test
        void refuse_a_second_body() {
            var request = a().uponReceiving("an order").put("/orders/1").withBody("text/plain", "tea");

            assertThatThrownBy(() -> request.withBody(json("{}"))).hasMessageMatching("""
                    CONTRACT-INTERACTION  two bodies are given, and only one can be sent
                      where  InteractionBuilderTest.java:\\d+
                      mend   remove one of them""");
        }

        @Test
        void may_have_a_body_with_get() {
            a().uponReceiving("a search").get("/").withBody(json("{\"q\":1}")).willRespondWith(200);

            assertThat(only().request().example().body().text()).isEqualTo("{\"q\":1}");
        }

        @Test
        void need_a_description() {
            assertThatThrownBy(() -> a().get("/")).hasMessageContaining("an interaction has no description");
            assertThatThrownBy(() -> a().uponReceiving("")).hasMessageContaining("an interaction has no description");
        }

        @Test
        void need_a_path_that_begins_with_a_slash() {
            assertThatThrownBy(() -> a().uponReceiving("x").get("http://localhost/users"))
                    .hasMessageContaining("found  \"http://localhost/users\"");
        }
    }

    @Nested
    class Responses {
        @Test
        void take_headers_and_bodies() {
            a().uponReceiving("an order")
                    .post("/orders")
                    .willRespondWith(response(201)
                            .withHeader("Location", regex("/orders/\\d+", "/orders/7"))
                            .withHeader("Content-Type", "application/vnd.shop+json")
                            .withBody(json(object("id", integer(7)))));

            var response = only().response();
            assertThat(response.example().status()).isEqualTo(201);
            assertThat(response.example().headers())
                    .isEqualTo(Headers.of("Location", "/orders/7", "Content-Type", "application/vnd.shop+json"));
            assertThat(response.example().body().contentType()).contains(ContentType.of("application/vnd.shop+json"));
        }

        @Test
        void take_texts_and_bytes() {
            a().uponReceiving("a").get("/a").willRespondWith(response(200).withBody("text/plain", "hello"));
            a().uponReceiving("b").get("/b").willRespondWith(response(200).withBody("image/png", new byte[] {1, 2}));
            a().uponReceiving("c").get("/c").willRespondWith(response(200).withBody("text/csv", regex("\\d+", "42")));

            assertThat(recorded.get(0).response().example().body()).isEqualTo(Body.text("hello", ContentType.TEXT));
            assertThat(recorded.get(1).response().example().body().bytes()).containsExactly(1, 2);
            assertThat(recorded.get(2).response().example().body().text()).isEqualTo("42");
            assertThat(recorded.get(2).response().rules().of(Category.BODY)).containsOnlyKeys("$");
        }

        @Test
        void take_bytes_that_may_be_others_of_their_type() {
            byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

            a().uponReceiving("a picture")
                    .get("/p")
                    .willRespondWith(response(200).withBodyLike("image/png", png));

            assertThat(only().response().rules().of(Category.BODY).get("$").rules())
                    .extracting(MatchingRule::type)
                    .containsExactly("contentType");
            assertThatThrownBy(() -> a().uponReceiving("a picture")
                            .get("/p")
                            .willRespondWith(response(200).withBodyLike("image/png", new byte[] {1, 2, 3})))
                    .hasMessageContaining("an example is not accepted by its own matcher")
                    .hasMessageContaining("found  the response: ");
        }

        @Test
        void may_have_a_json_null_as_their_body() {
            a().uponReceiving("a").get("/a").willRespondWith(200, nullValue());

            assertThat(only().response().example().body().state()).isEqualTo(Body.State.NULL);
        }

        static Stream<Arguments> statuses() {
            return Stream.of(
                    arguments(successStatus(204), 204, "\"success\""),
                    arguments(redirectStatus(302), 302, "\"redirect\""),
                    arguments(clientErrorStatus(404), 404, "\"clientError\""),
                    arguments(serverErrorStatus(503), 503, "\"serverError\""),
                    arguments(nonErrorStatus(200), 200, "\"nonError\""),
                    arguments(errorStatus(400), 400, "\"error\""),
                    arguments(statusIn(200, 204), 200, "[200,204]"));
        }

        @ParameterizedTest
        @MethodSource("statuses")
        void may_have_a_status_that_varies(Matcher status, int example, String accepted) {
            a().uponReceiving("a").delete("/a").willRespondWith(response(status));

            assertThat(only().response().example().status()).isEqualTo(example);
            assertThat(only().response().rules().single(Category.STATUS))
                    .contains(RuleGroup.of(
                            new MatchingRule("statusCode", JsonObject.of("status", JsonReader.read(accepted)))));
        }

        @Test
        void tell_all_examples_that_are_refused() {
            assertThatThrownBy(() -> a().uponReceiving("a")
                            .get("/a")
                            .willRespondWith(response(clientErrorStatus(200))
                                    .withHeader("X-Count", integer(1))
                                    .withBodyLike("image/png", new byte[] {1, 2, 3})))
                    .isInstanceOfSatisfying(ContractException.class, e -> assertThat(e.problems())
                            .extracting(Problem::found)
                            .containsExactly(
                                    "the response: Expected status code 200 to be a Client error (400\u2013499)",
                                    "the response: Expected binary contents to have content type 'image/png' but"
                                            + " detected contents was 'application/octet-stream'"));
        }

        @Test
        void refuse_a_status_that_is_none() {
            assertThatThrownBy(() -> response(42))
                    .hasMessageContaining("the status of a response is not between 100 and 599");
        }
    }
}
