package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.core.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether one live version of a provider is enough, where two are live and one has verified the contract. */
class StrictnessTest {
    private static final String ASK = "/can-i-deploy?pacticipant=web&version=1&environment=test";
    private static final String BRANCH =
            "/pacticipants/web/branches/main/latest-version/can-i-deploy/to-environment/test";

    private static void tellTheStory(Client client) {
        client.post(
                "/contracts/publish",
                Client.publication("web", "1", "main", "users", Client.pact("web", "users", "a")));
        client.verify("web", "1", "users", "5", true);
        client.environment("test");
        client.deploy("users", "5", "test", "one");
        client.put("/pacticipants/users/versions/6", "{}");
        client.deploy("users", "6", "test", "two");
    }

    @ParameterizedTest
    @CsvSource({
        "STRICT, " + ASK + ", null",
        "STRICT, " + ASK + "&mode=compat, true",
        "STRICT, " + BRANCH + ", null",
        "COMPAT, " + ASK + ", true",
        "COMPAT, " + ASK + "&mode=strict, null",
        "COMPAT, " + BRANCH + ", true"
    })
    void a_broker_is_of_one_mind_unless_a_question_says_otherwise(Strictness setting, String ask, String deployable) {
        try (TestBroker broker = TestBroker.open(ApiSettings.DEFAULT.withStrictness(setting))) {
            tellTheStory(broker.client());

            assertThat(Client.at(broker.client().get(ask), "summary deployable").toJson())
                    .isEqualTo(deployable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ASK, "/matrix?q[][pacticipant]=web&environment=test"})
    void a_mode_that_is_none_is_refused(String ask) {
        try (TestBroker broker = TestBroker.open()) {
            tellTheStory(broker.client());

            HttpResponse response = broker.client().send("GET", ask + "&mode=compt", "");

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body().text())
                    .isEqualTo("{\"errors\":[\"mode is \\\"compt\\\", but must be strict or compat.\"]}");
        }
    }
}
