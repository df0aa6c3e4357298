package dev.contract.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of traffic becomes no contract, and the reason that is told. */
class LeftOutTest {

    @Test
    void a_path_that_goes_on_without_end_is_told_and_not_followed() {
        Sample sample = new Sample(HttpRequest.of("GET", "/1".repeat(20_000)), HttpResponse.of(204));

        Draft draft = Drafting.contract("web", "users", List.of(sample), DraftSettings.DEFAULT);

        assertThat(draft.contract().interactions()).isEmpty();
        assertThat(draft.problems())
                .singleElement()
                .asString()
                .contains("found  its path has more than 500 segments")
                .hasSizeLessThan(600);
    }
}
