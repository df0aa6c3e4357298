package dev.contract.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @CsvSource({
        "/sessions/9f8a7b6c5d4e3f2a1b0c9f8a7b6c5d4e/items, /sessions/example-secret/items",
        "/login/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl, /login/example-secret",
        "/password-reset/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed, /password-reset/example-secret",
        "/sessions/current, /sessions/current",
        "/tokens/7/scopes, /tokens/7/scopes",
        "/users/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed, /users/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
    })
    void paths_are_freed_of_them_whatever_is_answered(String path, String example) {
        for (int status : new int[] {200, 404}) {
            Draft draft = Drafting.contract(
                    "web",
                    "users",
                    List.of(new Sample(HttpRequest.of("GET", path), HttpResponse.of(status))),
                    DraftSettings.DEFAULT);

            HttpInteraction drafted =
                    (HttpInteraction) draft.contract().interactions().get(0);
            assertThat(drafted.request().example().path()).isEqualTo(example);
            assertThat(draft.problems()).isEmpty();
            assertThat(draft.secrets()).isEqualTo(path.equals(example) ? Map.of() : Map.of("path of requests", 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://users.example.com/done?access_token=hvs.one&lang=de, https://users.example.com/done?access_token=example-secret&lang=de",
        "/sessions/9f8a7b6c5d4e3f2a1b0c9f8a7b6c5d4e, /sessions/example-secret",
        "//al:hunter-2@users.example.com/, //example-secret@users.example.com/",
        "/users/7, /users/7"
    })
    void addresses_are_freed_of_them_wherever_they_stand(String address, String example) {
        Sample sample = new Sample(
                HttpRequest.of("GET", "/")
                        .withHeader("X-Back", address)
                        .withBody(Body.json(JsonObject.of("next", JsonString.of(address)))),
                HttpResponse.of(302).withHeader("Location", address));

        Draft draft = Drafting.contract("web", "users", List.of(sample), DraftSettings.DEFAULT);

        HttpInteraction drafted =
                (HttpInteraction) draft.contract().interactions().get(0);
        assertThat(drafted.request().example().headers().first("X-Back")).contains(example);
        assertThat(drafted.request().example().body().text()).isEqualTo("{\"next\":\"" + example + "\"}");
        assertThat(drafted.response().example().headers().first("Location")).contains(example);
    }

    @Test
    void they_are_counted_by_their_places() {
        HttpRequest login = HttpRequest.of("POST", "/login")
                .withHeader("Authorization", "Bearer abc")
                .withBody(Body.json(JsonObject.of("password", JsonString.of("hunter-2"))));
        HttpRequest users = HttpRequest.of("GET", "/users").withHeader("Authorization", "Bearer abc");

        Draft draft = Drafting.contract(
                "web",
                "users",
                List.of(
                        new Sample(login, HttpResponse.of(204).withHeader("Set-Cookie", "a=b")),
                        new Sample(users, HttpResponse.of(204))),
                DraftSettings.DEFAULT);

        assertThat(draft.secrets())
                .containsExactly(
                        Map.entry("Authorization of requests", 2),
                        Map.entry("$.password of requests", 1),
                        Map.entry("Set-Cookie of answers", 1));
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
