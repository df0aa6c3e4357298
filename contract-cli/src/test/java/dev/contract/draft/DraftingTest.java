package dev.contract.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.HttpInteraction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What single exchanges become. */
class DraftingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json, text/plain, */*",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html,*/*;q=0.8"
            })
    void what_a_client_takes_is_nothing_that_it_asks_for_where_it_takes_anything(String types) {
        Sample sample = new Sample(HttpRequest.of("GET", "/").withHeader("Accept", types), HttpResponse.of(204));

        assertThat(headers(sample)).isEqualTo(Headers.EMPTY);
    }

    @Test
    void what_a_client_asks_for_is_kept() {
        Sample sample = new Sample(
                HttpRequest.of("GET", "/").withHeader("Accept", "application/json, text/*"), HttpResponse.of(204));

        assertThat(headers(sample)).isEqualTo(sample.request().headers());
    }

    private static Headers headers(Sample sample) {
        Draft draft = Drafting.contract("web", "users", List.of(sample), DraftSettings.DEFAULT);
        return ((HttpInteraction) draft.contract().interactions().get(0))
                .request()
                .example()
                .headers();
    }

    @Test
    void a_request_that_is_answered_in_two_ways_has_a_state_and_no_other_request_has() {
        List<Sample> samples = List.of(
                new Sample(HttpRequest.of("GET", "/users/1"), HttpResponse.of(200)),
                new Sample(HttpRequest.of("GET", "/users/2"), HttpResponse.of(204)),
                new Sample(HttpRequest.of("GET", "/users/me"), HttpResponse.of(202)));

        Draft draft = Drafting.contract("web", "users", samples, DraftSettings.DEFAULT);

        assertThat(draft.contract().interactions().stream()
                        .map(each -> each.description() + (each.states().isEmpty() ? "" : " in a state")))
                .containsExactlyInAnyOrder("GET /users/{id}", "GET /users/{id}, case 2 in a state", "GET /users/me");
    }
}
