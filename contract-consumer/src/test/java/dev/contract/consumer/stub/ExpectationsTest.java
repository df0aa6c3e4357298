package dev.contract.consumer.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.journal.Exchange;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final String URL = "http://127.0.0.1:1234";

    private final Expectations expectations = new Expectations(StubSettings.DEFAULT);

    private void expect(String description, RequestPart request) {
        expectations.add(new HttpInteraction(
                description,
                List.of(ProviderState.of("all is well")),
                request,
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE));
    }

    private void expect(HttpRequest request) {
        expect(request.method() + " " + request.path(), RequestPart.of(request));
    }

    private static MatchingRules rule(Category category, String key, String match, String name, String value) {
        return MatchingRules.NONE.with(
                category, key, RuleGroup.of(new MatchingRule(match, JsonObject.of(name, JsonString.of(value)))));
    }

    private static HttpRequest post(String json) {
        return HttpRequest.of("POST", "/orders")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.text(json, ContentType.JSON));
    }

    /** The description of the interaction that answers. */
    private String answered(HttpRequest request) {
        int status = ((Answer) expectations.answer(request, URL)).status();
        List<Exchange> journal = expectations.journal().all();
        assertThat(status).isIn(200, 500);
        return journal.get(journal.size() - 1)
                .interaction()
                .map(HttpInteraction::description)
                .orElse("nobody");
    }

    @Nested
    class Choosing {

        @Test
        void a_literal_path_comes_before_one_with_a_rule() {
            expect(
                    "any",
                    RequestPart.of(
                            HttpRequest.of("GET", "/users/1"),
                            rule(Category.PATH, "", "regex", "regex", "/users/.*"),
                            Generators.NONE));
            expect("me", RequestPart.of(HttpRequest.of("GET", "/users/me")));

            assertThat(answered(HttpRequest.of("GET", "/users/me"))).isEqualTo("me");
            assertThat(answered(HttpRequest.of("GET", "/users/7"))).isEqualTo("any");
        }

        @Test
        void of_several_that_match_the_more_specific_answers_whatever_the_order() {
            expect("plain", RequestPart.of(HttpRequest.of("GET", "/a")));
            expect("header", RequestPart.of(HttpRequest.of("GET", "/a").withHeader("X-Tag", "1")));

            assertThat(answered(HttpRequest.of("GET", "/a").withHeader("X-Tag", "1")))
                    .isEqualTo("header");
            assertThat(answered(HttpRequest.of("GET", "/a"))).isEqualTo("plain");
        }

        @Test
        void of_equals_the_first_answers() {
            expect("first", RequestPart.of(HttpRequest.of("GET", "/a")));
            expect("second", RequestPart.of(HttpRequest.of("GET", "/a")));

            assertThat(answered(HttpRequest.of("GET", "/a"))).isEqualTo("first");
        }

        @Test
        void the_body_decides_among_many_on_one_path() {
            for (int i = 0; i < 100; i++) {
                expect("order " + i, RequestPart.of(post("{\"id\":" + i + ",\"item\":\"book\"}")));
            }
            expect(
                    "any order",
                    RequestPart.of(
                            post("{\"id\":0,\"item\":\"\"}"),
                            MatchingRules.NONE.with(
                                    Category.BODY, "$", RuleGroup.of(new MatchingRule("type", JsonObject.EMPTY))),
                            Generators.NONE));

            assertThat(answered(post("{ \"item\": \"book\", \"id\": 77 }"))).isEqualTo("order 77");
            assertThat(answered(post("{\"id\":1,\"item\":\"pen\"}"))).isEqualTo("any order");
            assertThat(answered(post("not even JSON"))).isEqualTo("nobody");
        }

        @Test
        void a_path_may_be_written_with_other_escapes() {
            expect("spaced", RequestPart.of(HttpRequest.of("GET", "/a%20b/%C3%A4")));

            assertThat(answered(HttpRequest.of("GET", "/%61%20b/%c3%a4"))).isEqualTo("spaced");
            assertThat(answered(HttpRequest.of("GET", "/a%2520b/%C3%A4"))).isEqualTo("nobody");
        }
    }

    @Nested
    class Answering {

        @Test
        void generators_make_a_fresh_value_for_each_request_and_the_same_ones_in_every_run() {
            ResponsePart response = ResponsePart.of(
                    HttpResponse.of(200).withHeader("X-Id", "1"),
                    MatchingRules.NONE,
                    Generators.NONE.with(Category.HEADER, "X-Id", new Generator("RandomInt", JsonObject.EMPTY)));
            HttpInteraction interaction = new HttpInteraction(
                    "a request", List.of(), RequestPart.of(HttpRequest.of("GET", "/a")), response, Annotations.NONE);

            List<String> once = twoAnswers(interaction, 0);

            assertThat(twoAnswers(interaction, 0)).isEqualTo(once);
            assertThat(once).doesNotHaveDuplicates();
            assertThat(twoAnswers(interaction, 1)).doesNotContainAnyElementsOf(once);
        }

        private List<String> twoAnswers(HttpInteraction interaction, long seed) {
            AnswerPlan plan = AnswerPlan.of(interaction, new Seed(seed), response -> response);
            return List.of(plan.answer(URL).toString(), plan.answer(URL).toString());
        }
    }

    @Nested
    class Judging {

        @Test
        void all_is_fine_when_everything_came_and_nothing_else() {
            expect(HttpRequest.of("GET", "/a"));
            assertThat(expectations.verdict().isFine()).isFalse();

            answered(HttpRequest.of("GET", "/a"));

            assertThat(expectations.verdict().isFine()).isTrue();
            assertThat(expectations.verdict().describe("shop", "users")).isEmpty();
        }

        @Test
        void a_body_that_differs_is_told_field_by_field() {
            expect(post("{\"user_id\":\"u1\",\"item\":\"book\",\"quantity\":1}"));

            answered(post("{\"userId\":\"u1\",\"item\":\"pen\",\"quantity\":1}"));

            assertThat(expectations.verdict().describe("shop", "orders")).isEqualTo("""
                            CONTRACT-UNEXPECTED  shop sent a request that orders is not declared to answer
                              sent      POST /orders
                              expected  POST /orders
                              by        "POST /orders", given "all is well", which never came
                              body      $.user_id: Expected a value such as "u1", but there is no such key; perhaps renamed to "userId"
                              body      $.item: Expected 'pen' (String) to be equal to 'book' (String)
                              mend      correct the request that the client sends, or the one that is declared""");
        }

        @Test
        void a_request_before_its_declaration_is_told_as_that() {
            expect(HttpRequest.of("GET", "/b"));

            answered(HttpRequest.of("GET", "/a"));
            expect(HttpRequest.of("GET", "/a"));
            answered(HttpRequest.of("GET", "/b"));

            assertThat(expectations.verdict().describe("shop", "users")).isEqualTo("""
                            CONTRACT-UNEXPECTED  shop sent a request before users was declared to answer it
                              sent  GET /a
                              by    "GET /a", given "all is well", which was declared when it had come
                              mend  declare the interaction above the call that sends its request""");
        }

        @Test
        void the_nearest_of_many_is_shown() {
            for (int i = 0; i < 2_000; i++) {
                expect(HttpRequest.of("GET", "/users/" + i + "/orders"));
            }

            answered(HttpRequest.of("GET", "/users/1234/order"));

            assertThat(expectations.verdict().unexpected().get(0).nearest())
                    .hasValueSatisfying(
                            nearest -> assertThat(nearest.description()).isEqualTo("GET /users/1234/orders"));
        }

        @Test
        void its_differences_can_be_looked_at() {
            expect(HttpRequest.of("GET", "/users"));

            answered(HttpRequest.of("GET", "/users").withQuery(Query.parse("page=2")));

            assertThat(expectations.verdict().unexpected().get(0).mismatches())
                    .extracting(Mismatch::toString)
                    .containsExactly("page -> Unexpected query parameter 'page' received");
        }

        @Test
        void repeated_mistakes_are_told_once_and_floods_are_counted() {
            expect(HttpRequest.of("GET", "/a"));
            for (int i = 0; i < 50; i++) {
                answered(HttpRequest.of("GET", "/b"));
            }

            assertThat(expectations.verdict().describe("shop", "users")).isEqualTo("""
                            CONTRACT-UNEXPECTED  shop sent a request that users is not declared to answer
                              sent      GET /b
                              expected  GET /a
                              by        "GET /a", given "all is well", which never came
                              path      Expected path '/a' but was '/b'
                              mend      correct the request that the client sends, or the one that is declared
                            CONTRACT-UNEXPECTED  shop sent 30 more requests that users is not declared to answer""");
        }
    }

    @Nested
    class Remembering {

        @Test
        void the_journal_forgets_the_oldest() {
            StubSettings settings = StubSettings.DEFAULT.withJournal(3, 10_000);
            Expectations short3 = new Expectations(settings);
            for (int i = 0; i < 5; i++) {
                short3.answer(HttpRequest.of("GET", "/" + i), URL);
            }
            assertThat(short3.journal())
                    .extracting(each -> each.request().path())
                    .containsExactly("/2", "/3", "/4");

            short3.answer(HttpRequest.of("POST", "/long").withBody(Body.text("x".repeat(10_000), null)), URL);
            assertThat(short3.journal()).isEmpty();
        }
    }
}
