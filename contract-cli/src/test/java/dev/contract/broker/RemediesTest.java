package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a no tells to do: the kinds of action, as the API gives them. */
class RemediesTest {
    private static final String WEB_2 = "/can-i-deploy?pacticipant=web&version=2&environment=production";
    private final TestBroker broker = TestBroker.open();
    private final Client client = broker.client();

    @AfterEach
    void close() {
        broker.close();
    }

    private static List<String> actions(JsonObject answer) {
        return Client.list(answer, "actions").stream()
                .map(action -> Client.text(action, "type") + ": " + Client.text(action, "text") + " $ "
                        + Client.text(action, "command"))
                .toList();
    }

    private static List<String> causes(JsonObject answer) {
        return Client.list(answer, "reasons").stream()
                .map(reason -> Client.text(reason, "cause"))
                .toList();
    }

    @Test
    void a_live_version_without_a_result_is_to_verify_the_contract_in_its_build() {
        client.publish("web", "2", "orders", "a");
        client.put("/pacticipants/orders/versions/22", "{\"buildUrl\": \"https://ci.example/77\"}");
        client.deploy("orders", "22", "production", "");

        JsonObject answer = client.get(WEB_2);

        assertThat(causes(answer)).containsExactly("no-result-at-all");
        assertThat(actions(answer))
                .containsExactly(
                        "verify: Verify the contract of web 2 in the build of orders 22 (https://ci.example/77), and publish"
                                + " the result. $ contract verify http://broker.test/pacts/provider/orders/consumer/web/version/2"
                                + " --provider orders --provider-version 22 --publish");
    }

    @Test
    void a_version_that_gets_along_is_to_be_deployed_in_place_of_one_that_failed() {
        client.publish("web", "2", "orders", "a");
        client.verify("web", "2", "orders", "22", false);
        client.verify("web", "2", "orders", "23", true);
        client.deploy("orders", "22", "production", "eu");

        JsonObject answer = client.get(WEB_2);

        assertThat(causes(answer)).containsExactly("failed");
        assertThat(actions(answer))
                .containsExactly(
                        "deploy: Deploy orders 23 to production as instance eu in place of 22, as soon as that may be deployed"
                                + " itself, and record it. $ contract record-deployment --pacticipant orders --version 23"
                                + " --environment production --application-instance eu");
    }

    @Test
    void of_many_instances_that_all_failed_each_is_to_be_mended() {
        client.publish("web", "2", "orders", "a");
        for (String number : List.of("1", "2", "3", "4", "5", "6", "7", "8")) {
            client.verify("web", "2", "orders", number, false);
            client.deploy("orders", number, "production", "instance " + number);
        }

        assertThat(actions(client.get(WEB_2))).hasSize(8).allSatisfy(action -> assertThat(action)
                .startsWith("mend: "));
    }

    @Test
    void what_nobody_honours_is_to_be_mended() {
        client.publish("web", "2", "orders", "it's a list");
        JsonObject pact = client.get(Client.pactPath("web", "2", "orders"));
        client.post(Client.text(pact, "_links pb:publish-verification-results href"), """
                {"success": false, "providerApplicationVersion": "22", "testResults": [
                  {"interactionId": "%s", "success": false,
                   "mismatches": [{"attribute": "body", "identifier": "$.total", "description": "expected a number"}]}]}
                """.formatted(
                        Client.text(pact, "interactions 0 _id")));
        client.deploy("orders", "22", "production", "");

        JsonObject answer = client.get(WEB_2);

        JsonValue failure = Client.at(answer, "reasons 0 failures 0");
        assertThat(failure.toJson())
                .isEqualTo(
                        "{\"interaction\":\"it's a list\",\"place\":\"body $.total\",\"difference\":\"expected a number\"}");
        assertThat(actions(answer))
                .containsExactly(
                        "mend: Mend interaction \"it's a list\", body $.total, so that orders 22 honours the contract of web 2;"
                                + " verify it, and publish the result."
                                + " $ contract verify http://broker.test/pacts/provider/orders/consumer/web/version/2"
                                + " --provider orders --provider-version 22 --publish");
    }

    @Test
    void a_version_that_is_not_known_is_to_be_published_unless_a_result_makes_it_known() {
        client.publish("web", "2", "orders", "a");
        client.tag("web", "2", "rc");

        String question = "&version=5&to=rc";
        assertThat(actions(client.get("/can-i-deploy?pacticipant=web" + question)))
                .containsExactly("publish: Publish the contracts of web 5, or its results."
                        + " $ contract publish DIRECTORY --consumer-app-version 5");
        assertThat(actions(client.get("/can-i-deploy?pacticipant=orders" + question)))
                .containsExactly(
                        "verify: Verify the contract of web 2 in the build of orders 5, and publish the result."
                                + " $ contract verify http://broker.test/pacts/provider/orders/consumer/web/version/2"
                                + " --provider orders --provider-version 5 --publish");
    }

    @Test
    void of_versions_that_could_come_where_one_was_asked_for_the_best_is_chosen() {
        client.publish("web", "2", "orders", "a");
        client.verify("web", "2", "orders", "22", true);
        client.version("orders", "23");

        JsonObject answer = client.get("/matrix?q[][pacticipant]=web&q[][version]=2&q[][pacticipant]=orders"
                + "&q[][latest]=true&q[][tag]=my%20tag&latestby=cvp");

        assertThat(causes(answer)).containsExactly("never-published");
        assertThat(actions(answer))
                .containsExactly("tag: Tag orders 22 with my tag. $ contract create-version-tag --pacticipant orders"
                        + " --version 22 --tag 'my tag'");
    }

    @Test
    void a_provider_without_a_main_branch_is_to_name_it() {
        client.publish("web", "2", "orders", "a");
        client.verify("web", "2", "orders", "22", true);
        client.branch("orders", "22", "trunk");

        assertThat(actions(client.get(
                        "/matrix?q[][pacticipant]=web&q[][version]=2&mainBranch=true&latest=true&latestby=cvp")))
                .containsExactly("name-main-branch: Say that the main branch of orders is trunk."
                        + " $ contract create-or-update-pacticipant --name orders --main-branch trunk");
    }

    @Test
    void where_every_result_counts_nothing_helps_against_a_failure_but_another_question() {
        client.publish("web", "2", "orders", "a");
        client.verify("web", "2", "orders", "22", false);

        assertThat(actions(client.get("/matrix?q[][pacticipant]=web&q[][version]=2")))
                .isEmpty();
    }

    @Test
    void a_misspelt_name_is_answered_with_the_nearest_one() {
        client.publish("shop-web", "2f3a", "orders", "a");

        JsonObject refused = Client.json(
                client.send("GET", "/can-i-deploy?pacticipant=shop_web&version=2&environment=prodction", ""));

        assertThat(Client.list(refused, "errors"))
                .containsExactly(
                        JsonString.of("There is no application named \"shop_web\". Did you mean \"shop-web\"?"),
                        JsonString.of("There is no environment named \"prodction\". Did you mean \"production\"?"));
        assertThat(Client.text(
                        client.get("/can-i-deploy?pacticipant=shop-web&version=2f3b&environment=production"),
                        "summary reason"))
                .isEqualTo("There is no such version: version 2f3b of shop-web. Did you mean 2f3a?");
    }
}
