package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.includes;
import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.InteractionBuilder;
import dev.contract.consumer.Stub;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.model.SpecVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tools for stubs have words of their own for, said in ours; without sockets, as who answers is decided before. */
class WordsOfOtherToolsTest {
    private final StubScope scope = StubScope.open(StubSettings.DEFAULT);
    private final Stub users = new Stub("order-service", "user-service", scope, SpecVersion.V4);

    @AfterEach
    void stop() {
        scope.close();
    }

    private InteractionBuilder request() {
        return users.uponReceiving("a request");
    }

    private Answer answer(HttpRequest request) {
        return (Answer) scope.expectations().answer(request, "http://127.0.0.1:1");
    }

    private boolean isAnswered(HttpRequest request) {
        return answer(request).status() == 204;
    }

    private static HttpRequest get(String path) {
        return HttpRequest.of("GET", path);
    }

    private static HttpRequest withQuery(String query) {
        return get("/users").withQuery(Query.parse(query));
    }

    @Test
    void paths_may_be_of_any_case_where_an_expression_says_so() {
        request().get(regex("(?i)/users/alice", "/users/alice")).willRespondWith(204);

        assertThat(isAnswered(get("/Users/ALICE"))).isTrue();
        assertThat(isAnswered(get("/users/alicia"))).isFalse();
    }

    @Test
    void expressions_are_of_the_whole_path() {
        request().get(regex("/users/\\d+", "/users/1")).willRespondWith(204);

        assertThat(isAnswered(get("/users/42"))).isTrue();
        assertThat(isAnswered(get("/users/42/orders"))).isFalse();
        assertThat(isAnswered(get("/v1/users/42"))).isFalse();
    }

    @Test
    void parameters_are_all_that_are_declared_empty_ones_too() {
        request().get("/users").withQuery("all", "").withQuery("tag", "a", "b").willRespondWith(204);

        assertThat(isAnswered(withQuery("tag=a&tag=b&all="))).isTrue();
        assertThat(isAnswered(withQuery("tag=b&tag=a&all="))).isFalse();
        assertThat(isAnswered(withQuery("tag=a&tag=b&all=1"))).isFalse();
        assertThat(isAnswered(withQuery("tag=a&tag=b&all=&page=2"))).isFalse();
    }

    @Test
    void headers_are_contained_in_those_that_come() {
        request().get("/users").withHeader("X-Tenant", "42").willRespondWith(204);

        assertThat(isAnswered(get("/users").withHeader("x-tenant", "42").withHeader("Accept", "*/*")))
                .isTrue();
        assertThat(isAnswered(get("/users"))).isFalse();
    }

    @Test
    void texts_may_begin_contain_and_end() {
        request()
                .get("/users")
                .withHeader("X-Begins", regex("abc.*", "abc"))
                .withHeader("X-Contains", includes("b", "abc"))
                .withHeader("X-Ends", regex("(?i).*c", "abc"))
                .willRespondWith(204);
        HttpRequest request = get("/users")
                .withHeader("X-Begins", "abcd")
                .withHeader("X-Contains", "ab")
                .withHeader("X-Ends", "ABC");

        assertThat(isAnswered(request)).isTrue();
        assertThat(isAnswered(request.withHeader("X-Begins", "xabc"))).isFalse();
        assertThat(isAnswered(request.withHeader("X-Contains", "ac"))).isFalse();
        assertThat(isAnswered(request.withHeader("X-Ends", "cd"))).isFalse();
    }

    @Test
    void cookies_and_basic_credentials_are_headers() {
        request()
                .get("/users")
                .withHeader("Authorization", "Basic YTpi")
                .withHeader("Cookie", regex("(.*; )?session=\\w+(;.*)?", "session=a"))
                .willRespondWith(response(204).withHeader("Set-Cookie", "seen=1; Path=/", "theme=dark"));
        HttpRequest request =
                get("/users").withHeader("Authorization", "Basic YTpi").withHeader("Cookie", "theme=dark; session=7");

        assertThat(answer(request).toResponse().headers().values("Set-Cookie"))
                .containsExactly("seen=1; Path=/", "theme=dark");
        assertThat(isAnswered(request.withHeader("Cookie", "theme=dark"))).isFalse();
    }

    @Test
    void an_answer_may_be_for_all_paths_that_have_none() {
        users.uponReceiving("anything else")
                .stubOnly()
                .priority(-1)
                .get(regex("/.*", "/"))
                .willRespondWith(404);
        request().get("/users").willRespondWith(204);

        assertThat(isAnswered(get("/users"))).isTrue();
        assertThat(answer(get("/orders")).status()).isEqualTo(404);
        assertThat(scope.expectations().verdict().isFine()).isTrue();
    }
}
