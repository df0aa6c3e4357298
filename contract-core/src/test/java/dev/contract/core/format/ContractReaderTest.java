package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContractReaderTest {
    private static final String TWO_FAULTS = """
            {
              "consumer": {"name": "web"},
              "provider": {"name": "users"},
              "interactions": [
                5,
                {"request": {}, "response": {}},
                {"description": "good", "request": {}, "response": {}}
              ]
            }
            """;

    @Test
    void a_file_of_version_4_becomes_a_contract() {
        Contract contract = read("""
                {
                  "consumer": {"name": "web"},
                  "provider": {"name": "users"},
                  "interactions": [
                    {
                      "type": "Synchronous/HTTP",
                      "description": "a request for a user",
                      "key": "k1",
                      "pending": true,
                      "providerStates": [{"name": "user 42 exists", "params": {"id": 42}}],
                      "request": {"method": "get", "path": "/users/42", "query": {"full": ["yes"]}},
                      "response": {
                        "status": 200,
                        "headers": {"Content-Type": ["application/json"]},
                        "body": {"content": {"name": "Ann"}, "contentType": "application/json", "encoded": false},
                        "matchingRules": {"body": {"$.name": {"matchers": [{"match": "type"}]}}}
                      }
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """);

        assertThat(contract.consumer()).isEqualTo("web");
        assertThat(contract.version()).isEqualTo(SpecVersion.V4);
        HttpInteraction interaction = (HttpInteraction) contract.interactions().get(0);
        assertThat(interaction.states())
                .containsExactly(new ProviderState(
                        "user 42 exists",
                        JsonReader.read("{\"id\": 42}").asObject().orElseThrow()));
        assertThat(interaction.annotations().key()).isEqualTo("k1");
        assertThat(interaction.annotations().pending()).isTrue();
        assertThat(interaction.annotations().location()).hasToString("web-users.json:5:5");
        HttpRequest request = interaction.request().example();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.query().values("full")).containsExactly("yes");
        assertThat(interaction.response().example().body().text()).isEqualTo("{\"name\":\"Ann\"}");
        assertThat(interaction.response().rules().of(Category.BODY))
                .containsEntry("$.name", RuleGroup.of(MatchingRule.of("type")));
    }

    @Test
    void one_bad_interaction_does_not_make_the_others_unreadable() {
        ReadResult result = ContractReader.read("web-users.json", bytes(TWO_FAULTS));

        assertThat(result.contract().orElseThrow().interactions())
                .extracting(Interaction::description)
                .containsExactly("good");
        assertThat(result.errors()).hasSize(2);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void who_wants_a_file_without_errors_is_told_all_of_them() {
        assertThatThrownBy(() -> ContractReader.readOrThrow("web-users.json", bytes(TWO_FAULTS)))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-FILE  an interaction must be an object
                          where  web-users.json:5:5
                          found  the number 5
                        CONTRACT-FILE  an interaction has no description
                          where  web-users.json:6:5
                          mend   add "description": "a request for a user"; together with the states it names the interaction""");
    }

    @Test
    void whoever_wants_it_without_errors_gets_it_in_spite_of_warnings() {
        Contract contract = read("""
                {"consumer": {"name": "a"}, "provider": {"name": "b"}, "interactions": [{"description": "c", "request": {}}]}
                """);

        assertThat(contract.consumer()).isEqualTo("a");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Contract read(String text) {
        return ContractReader.readOrThrow("web-users.json", bytes(text));
    }
}
