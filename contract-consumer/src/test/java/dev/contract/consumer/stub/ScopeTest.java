package dev.contract.consumer.stub;

import static dev.contract.consumer.scope.Correlation.body;
import static dev.contract.consumer.scope.Correlation.header;
import static dev.contract.consumer.scope.Correlation.path;
import static dev.contract.consumer.scope.Correlation.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import dev.contract.consumer.scope.Correlation;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The parts of a stub that tests have for themselves; without sockets, as who answers is decided before. */
class ScopeTest {
    private final StubScope stubScope = StubScope.open(StubSettings.DEFAULT);
    private final Expectations expectations = stubScope.expectations();
    private final Stub users = new Stub("order-service", "user-service", stubScope, SpecVersion.V4);

    @AfterEach
    void stop() {
        stubScope.close();
    }

    private static Correlation id(Object value) {
        return header("X-Request-ID").is(value);
    }

    private static HttpRequest get(String path, String id) {
        return HttpRequest.of("GET", path).withHeader("x-request-id", id);
    }

    private int answered(HttpRequest request) {
        Reply reply = expectations.answer(request, "http://127.0.0.1:1");
        return ((Answer) reply).status();
    }

    @Test
    void answers_its_own_requests_and_no_others() {
        try (Scope one = users.scope(id(1));
                Scope two = users.scope(id(2))) {
            one.uponReceiving("a user").get("/users/1").willRespondWith(201);
            two.uponReceiving("a user").get("/users/1").willRespondWith(202);
            users.uponReceiving("a user of nobody").get("/users/1").willRespondWith(203);

            assertThat(answered(get("/users/1", "1"))).isEqualTo(201);
            assertThat(answered(get("/users/1", "2"))).isEqualTo(202);
            assertThat(answered(get("/users/1", "3"))).isEqualTo(203);
            assertThat(answered(HttpRequest.of("GET", "/users/1"))).isEqualTo(203);
            assertThat(one.journal()).hasToString("#1 GET /users/1 -> 201, \"a user\"");
            assertThat(users.journal().count()).isEqualTo(4);
            assertThat(users.journal().all().get(1).scope()).contains("header \"x-request-id\" is \"2\"");
        }
    }

    @Test
    void leaves_to_the_stub_what_it_does_not_answer() {
        users.uponReceiving("a probe").get("/health").willRespondWith(204);
        try (Scope scope = users.scope(id(1))) {
            assertThat(answered(get("/health", "1"))).isEqualTo(204);
            assertThat(scope.journal().count()).isEqualTo(1);
        }
        assertThat(expectations.verdict().isFine()).isTrue();
    }

    @Test
    void is_found_by_header_body_query_and_path_in_this_order() {
        try (Scope byPath = users.scope(path("/tenants/42"));
                Scope byLongerPath = users.scope(path("/tenants/{tenant}/orders"));
                Scope byQuery = users.scope(query("tenant").is(42));
                Scope byBody = users.scope(body("$.tenant").is(42));
                Scope byHeader = users.scope(id(42))) {
            List<Scope> all = List.of(byPath, byLongerPath, byQuery, byBody, byHeader);
            HttpRequest request = HttpRequest.of("POST", "/tenants/42/");
            users.proxyUnmatchedTo("http://127.0.0.1:1");

            expectations.answer(request, "");
            expectations.answer(request.withPath("/tenants/42/orders/7"), "");
            expectations.answer(request.withQuery(Query.parse("tenant=42")), "");
            HttpRequest withBody = request.withBody(Body.text("{\"tenant\": 42}", null));
            expectations.answer(withBody.withQuery(Query.parse("tenant=42")), "");
            expectations.answer(withBody.withHeader("X-Request-ID", "42"), "");
            expectations.answer(request.withPath("/tenants/421"), "");
            expectations.answer(request.withPath("/"), "");

            assertThat(all).extracting(scope -> scope.journal().count()).containsExactly(1L, 1L, 1L, 1L, 1L);
            assertThat(users.journal().count()).isEqualTo(7);
        }
    }

    @Test
    void is_found_by_what_a_form_or_a_document_says() {
        try (Scope byField = users.scope(body("$.tenant").is(42));
                Scope byElement = users.scope(body("$.order.item[1].name").is("tea"));
                Scope byAttribute = users.scope(body("$.order.customer.@id").is("7"))) {
            users.proxyUnmatchedTo("http://127.0.0.1:1");

            expectations.answer(posted(ContentType.FORM, "tenant=42&tenant=43"), "");
            expectations.answer(posted(ContentType.FORM, "tenant=43&tenant=42"), "");
            String order = "<o:order xmlns:o='urn:o'><customer id='%s'/><item/><item><name>%s</name></item></o:order>";
            expectations.answer(posted(ContentType.XML, order.formatted("8", "tea")), "");
            expectations.answer(posted(ContentType.XML, order.formatted("7", "coffee")), "");
            expectations.answer(posted(ContentType.XML, order.formatted("8", "coffee")), "");
            expectations.answer(posted(ContentType.XML, "<order>"), "");

            assertThat(List.of(byField, byElement, byAttribute))
                    .extracting(scope -> scope.journal().count())
                    .containsExactly(1L, 1L, 1L);
            assertThat(users.journal().count()).isEqualTo(6);
        }
    }

    private static HttpRequest posted(ContentType type, String body) {
        return HttpRequest.of("POST", "/orders")
                .withHeader("Content-Type", type.toString())
                .withBody(Body.text(body, type));
    }

    @Test
    void by_the_longer_path_comes_before_one_by_a_shorter_path_whatever_may_be_anything_in_it() {
        try (Scope byPath = users.scope(path("/tenants/42"));
                Scope byLongerPath = users.scope(path("/{any}/{tenant}/{list}"))) {
            users.proxyUnmatchedTo("http://127.0.0.1:1");

            expectations.answer(HttpRequest.of("GET", "/tenants/42/orders"), "");
            expectations.answer(HttpRequest.of("GET", "/tenants/42"), "");

            assertThat(byLongerPath.journal().count()).isEqualTo(1);
            assertThat(byPath.journal().count()).isEqualTo(1);
        }
    }

    @Test
    void stands_in_the_contract_without_its_condition_and_once() {
        for (int i = 0; i < 3; i++) {
            try (Scope scope = users.scope(id(i))) {
                scope.uponReceiving("a user").get("/users/1").willRespondWith(200);
                answered(get("/users/1", "" + i));
            }
        }

        assertThat(expectations.interactions()).singleElement().satisfies(each -> assertThat(
                        each.request().example().headers().isEmpty())
                .isTrue());
    }

    @Test
    void that_is_judged_badly_records_nothing() {
        Scope scope = users.scope(id(1));
        scope.uponReceiving("a user").get("/users/1").willRespondWith(200);
        answered(get("/users/2", "1"));

        assertThatThrownBy(scope::close).isInstanceOf(AssertionError.class).hasMessage("""
                CONTRACT-UNEXPECTED  order-service sent a request that user-service is not declared to answer
                  sent      GET /users/2
                  scope     header "x-request-id" is "1"
                  expected  GET /users/1
                  by        "a user", which never came
                  path      Expected path '/users/1' but was '/users/2'
                  mend      correct the request that the client sends, or the one that is declared
                CONTRACT-SCOPE  all this is about the requests of one scope
                  scope  header "x-request-id" is "1\"""");
        assertThat(expectations.interactions()).isEmpty();
        assertThat(expectations.verdict().isFine()).isTrue();
        scope.close();
    }

    @Test
    void that_is_left_open_is_judged_with_the_stub() {
        Scope scope = users.scope(id(1));
        scope.uponReceiving("a user").get("/users/1").willRespondWith(200);

        assertThat(expectations.verdict().missing())
                .extracting(Interaction::description)
                .containsExactly("a user");
        answered(get("/users/1", "1"));
        assertThat(expectations.verdict().isFine()).isTrue();
        assertThat(expectations.interactions()).hasSize(1);
    }

    @Test
    void that_is_left_open_ends_with_its_part_of_the_stub() {
        StubScope part = stubScope.beside();
        Stub ofOneTest = new Stub("order-service", "user-service", part, SpecVersion.V4);
        ofOneTest.scope(id(1)).uponReceiving("a user").get("/users/1").willRespondWith(200);
        assertThat(answered(get("/users/1", "1"))).isEqualTo(200);

        part.close();

        assertThat(answered(get("/users/1", "1"))).isEqualTo(500);
        users.scope(id(1)).close();
    }

    @Test
    void is_named_to_a_request_that_belongs_to_none() {
        try (Scope one = users.scope(id(1));
                Scope two = users.scope(path("/tenants/42"))) {
            answered(HttpRequest.of("GET", "/users/1"));

            assertThat(List.of(one.journal().count(), two.journal().count())).containsOnly(0L);
            assertThat(expectations.verdict().describe("order-service", "user-service"))
                    .isEqualTo("""
                    CONTRACT-UNEXPECTED  order-service sent a request that user-service is not declared to answer
                      sent   GET /users/1
                      scope  none of 2, by header "x-request-id", path
                      mend   have the client send what its scope is known by, or declare the request on the stub itself""");
        }
    }

    @Test
    void is_refused_while_another_has_the_same_requests() {
        try (Scope scope = users.scope(id(1))) {
            assertThatThrownBy(() -> users.scope(id("1")))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                        CONTRACT-SCOPE  two scopes are open for the same requests
                          where  ScopeTest\\.java:\\d+
                          found  header "x-request-id" is "1"
                          mend   give every test a value of its own, such as UUID\\.randomUUID\\(\\), or close the other scope first""");
            assertThat(scope.journal().count()).isZero();
        }
        users.scope(id(1)).close();
    }

    @Test
    void is_refused_for_places_that_nothing_can_have() {
        assertThatThrownBy(() -> users.scope(path("tenants")))
                .isInstanceOf(ContractException.class)
                .hasMessageMatching("""
                CONTRACT-SCOPE  a path that tells requests apart begins with a slash and a segment
                  where  ScopeTest.java:\\d+
                  found  "tenants"
                  mend   write it like "/tenants/42\"""");
        assertThatThrownBy(() -> users.scope(body("$.items[*].id").is(7)))
                .isInstanceOf(ContractException.class)
                .hasMessageMatching("""
                CONTRACT-SCOPE  the place in a body is not named by keys and positions
                  where  ScopeTest.java:\\d+
                  found  "\\$.items\\[\\*\\].id"
                  mend   write it like "\\$.order.id\"""");
    }

    @Test
    void among_thousands_is_found_like_one_of_two() {
        for (int i = 0; i < 5_000; i++) {
            users.scope(id(i))
                    .uponReceiving("a user")
                    .stubOnly()
                    .get("/users/1")
                    .willRespondWith(200 + i % 100);
        }

        assertThat(answered(get("/users/1", "4999"))).isEqualTo(299);
    }
}
