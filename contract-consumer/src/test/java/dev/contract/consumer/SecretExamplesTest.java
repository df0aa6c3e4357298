package dev.contract.consumer;

import static dev.contract.consumer.Matchers.form;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretExamplesTest {
    private static final String TOKEN = "k7Qx0Rz3vB9mTn2WpL5hYd8s";
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.k7Qx0Rz3vB9mTn2WpL5hYd8sQe1fGa6jUcKoIiXw4ZE";

    private final List<HttpInteraction> declared = new ArrayList<>();

    private InteractionBuilder interaction() {
        return new InteractionBuilder(declared::add);
    }

    private List<String> places() {
        return SecretExamples.of(declared.get(0)).stream()
                .map(problem -> problem.found().replaceAll(", of .*", ""))
                .toList();
    }

    @Test
    void are_told_with_line_and_place_and_without_the_secret() {
        interaction()
                .uponReceiving("a request with a token")
                .get("/users")
                .withHeader("Authorization", "Bearer " + TOKEN)
                .willRespondWith(200);

        List<Problem> problems = SecretExamples.of(declared.get(0));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.toString()).matches("""
                    CONTRACT-SECRET  an example for the contract looks like a token
                      where  SecretExamplesTest\\.java:\\d+, "a request with a token"
                      found  the header "Authorization", of 31 characters
                      mend   write an example that opens nothing, with a matcher for its shape: regex\\("Bearer \\.\\+", "Bearer token"\\)""");
        });
    }

    @Test
    void are_found_wherever_a_value_stands() {
        interaction()
                .given("a user has a key", Map.of("api_key", TOKEN))
                .uponReceiving("a request full of secrets")
                .post("/tokens/" + JWT)
                .withQuery("access_token", TOKEN)
                .withBody(form("password", "hunter-2-hunter", "card", "4539578763621486"))
                .willRespondWith(response(200)
                        .withBody(json(
                                object("keys", List.of(object("client_secret", TOKEN)), "jwt", regex(".+", JWT)))));

        assertThat(places())
                .containsExactly(
                        "the parameter of a state \"api_key\"",
                        "the segment of the path",
                        "the query parameter \"access_token\"",
                        "the field of the form \"password\"",
                        "the field of the form \"card\"",
                        "the value in the body of the response \"client_secret\"",
                        "the value in the body of the response \"jwt\"");
    }

    @Test
    void are_none_where_an_author_made_them_up() {
        interaction()
                .uponReceiving("a request with made up secrets")
                .post("/users")
                .withHeader("Authorization", regex("Bearer .+", "Bearer token"))
                .withHeader("X-Api-Key", "example-key-of-a-test-1234567890")
                .withBody(json(object(
                        "password",
                        "secret",
                        "card",
                        "4111111111111111",
                        "id",
                        "e2490de5-5bd3-43d5-b7c4-526e33f71304")))
                .willRespondWith(200);

        assertThat(places()).isEmpty();
    }
}
