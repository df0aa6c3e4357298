package dev.contract.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not stand in a contract that is made of real traffic. */
class DraftedSecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"pin\": 1234, \"at\": 7} | {\"pin\":0,\"at\":7}",
                "application/json | {\"card\": 4539578763621486} | {\"card\":0}",
                "application/json | {\"newPassword\": \"hunter-2\"} | {\"newPassword\":\"example-secret\"}",
                "text/plain | paid with 4539 5787 6362 1486 | paid with ***",
                "text/plain | paid with nothing | paid with nothing",
                "application/xml | <a><password>hunter-2</password></a> | <a><password>***</password></a>"
            })
    void bodies_of_any_kind_are_freed_of_them(String type, String body, String example) {
        Sample sample = new Sample(
                HttpRequest.of("POST", "/").withHeader("Content-Type", type).withBody(Body.text(body, null)),
                HttpResponse.of(200).withHeader("Content-Type", type).withBody(Body.text(body, null)));

        Draft draft = Drafting.contract("web", "users", List.of(sample), DraftSettings.DEFAULT);

        HttpInteraction drafted =
                (HttpInteraction) draft.contract().interactions().get(0);
        assertThat(drafted.request().example().body().text()).isEqualTo(example);
        assertThat(drafted.response().example().body().text()).isEqualTo(example);
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void headers_of_any_maker_are_freed_of_them() {
        Sample sample = new Sample(
                HttpRequest.of("GET", "/")
                        .withHeader("X-Vault-Token", "hvs.one")
                        .withHeader("X-Goog-Api-Key", "two"),
                HttpResponse.of(204));

        Draft draft = Drafting.contract("web", "users", List.of(sample), DraftSettings.DEFAULT);

        assertThat(new String(ContractWriter.write(draft.contract()), StandardCharsets.UTF_8))
                .doesNotContain("hvs.one", "two");
    }

    @Test
    void forms_that_other_tools_expect_are_freed_of_them() {
        Body form = Body.text("user=al&password=hunter-2", ContentType.of("application/x-www-form-urlencoded"));
        RequestPart asked =
                RequestPart.of(HttpRequest.of("POST", "/").withBody(form), MatchingRules.NONE, Generators.NONE);

        RequestPart clean = Drafting.withoutSecrets(asked, DraftSettings.DEFAULT);

        assertThat(clean.example().body().text()).isEqualTo("user=al&password=example-secret");
    }
}
