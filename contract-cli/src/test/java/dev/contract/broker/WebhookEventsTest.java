package dev.contract.broker;

import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which events trigger which webhooks, and what these are told. */
class WebhookEventsTest extends ApiFixture {
    private static final String REQUEST = "\"request\": {\"method\": \"POST\", \"url\": \"https://x.example\"}}";

    private void webhook(String event) {
        client.post(
                "/webhooks",
                "{\"description\": \"on " + event + "\", \"events\": [{\"name\": \"" + event + "\"}], " + REQUEST);
    }

    private void publishOn(String branch, String version, String content) {
        client.post(
                "/contracts/publish",
                Client.publication("web", version, branch, "orders", Client.pact("web", "orders", content)));
    }

    /** What was triggered for contracts between web and orders, the oldest first. */
    private List<Delivery> triggered() {
        return broker.stored(kept -> kept.pacticipants().all().isEmpty()
                ? List.of()
                : kept.pacts().between(party(kept, "web"), party(kept, "orders")).stream()
                        .flatMap(pact -> kept.deliveries().of(pact).stream())
                        .sorted(Comparator.comparing(Delivery::id))
                        .toList());
    }

    private static Party party(Transaction kept, String name) {
        return kept.pacticipants().find(new PacticipantName(name)).orElseThrow().party();
    }

    private List<String> values(String parameter) {
        return triggered().stream()
                .map(delivery -> String.valueOf(delivery.parameters().get(parameter)))
                .toList();
    }

    @Nested
    class APublishedContract {
        @Test
        void triggers_what_waits_for_every_one() {
            webhook("contract_published");
            publishOn("main", "1", "a");
            publishOn("main", "1", "a");
            client.publish("web", "2", "orders", "a");

            assertThat(values("consumerVersionNumber")).containsExactly("1", "1", "2");
        }

        @Test
        void is_changed_when_it_differs_from_the_one_before_on_its_branch() {
            webhook("contract_content_changed");
            publishOn("main", "1", "a");
            publishOn("feat", "2", "b");
            publishOn("main", "3", "a");
            publishOn("feat", "4", "b");
            publishOn("main", "5", "b");
            publishOn("main", "5", "b");

            assertThat(values("consumerVersionNumber")).containsExactly("1", "2", "5");
        }

        @Test
        void is_compared_by_tag_and_without_a_place() {
            webhook("contract_content_changed");
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "a");
            client.tag("web", "3", "rc");
            client.publish("web", "3", "orders", "a");
            client.tag("web", "4", "rc");
            client.publish("web", "4", "orders", "a");
            client.publish("web", "5", "orders", "b");

            assertThat(values("consumerVersionNumber")).containsExactly("1", "3", "5");
        }

        @Test
        void requires_a_verification_of_each_provider_version_that_counts_and_has_none() {
            client.branch("orders", "main-1", "main");
            client.branch("orders", "main-2", "main");
            client.version("orders", "live");
            client.version("orders", "old");
            client.deploy("orders", "live", "production", "");
            client.release("orders", "old", "test");
            client.release("orders", "live", "test");
            webhook("contract_requiring_verification_published");

            publishOn("main", "1", "a");
            assertThat(values("providerVersionNumber")).containsExactly("main-2", "live", "old");
            assertThat(values("providerVersionDescriptions"))
                    .containsExactly(
                            "latest from main branch", "deployed to production, released to test", "released to test");
            assertThat(values("githubVerificationStatus")).containsOnly("pending");

            client.verify("web", "1", "orders", "main-2", true);
            client.verify("web", "1", "orders", "live", false);
            publishOn("main", "2", "a");
            assertThat(values("providerVersionNumber")).containsExactly("main-2", "live", "old", "old");
        }

        @Test
        void tells_in_its_notices_what_happened_and_whom_it_was_told() {
            webhook("contract_published");
            webhook("provider_verification_published");
            JsonObject answer = client.post(
                    "/contracts/publish",
                    Client.publication("web", "1", "main", "orders", Client.pact("web", "orders", "a")));

            assertThat(Client.list(answer, "notices").stream().map(notice -> text(notice, "text")))
                    .contains(
                            "  Events: contract_published, contract_content_changed (first pact of branch main)",
                            "  Webhook \"on contract_published\" triggered by contract_published");
        }

        @Test
        void that_is_refused_triggers_nothing() {
            webhook("contract_published");
            publishOn("main", "1", "a");
            HttpResponse refused =
                    client.send("PUT", Client.pactPath("web", "1", "orders"), Client.pact("web", "orders", "other"));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(triggered()).hasSize(1);
        }
    }

    @Nested
    class AResult {
        @Test
        void triggers_by_its_success() {
            List.of("published", "succeeded", "failed").forEach(end -> webhook("provider_verification_" + end));
            client.publish("web", "1", "orders", "a");
            client.verify("web", "1", "orders", "22", true);
            client.verify("web", "1", "orders", "23", false);

            assertThat(triggered().stream()
                            .map(each -> each.event() + " " + each.parameters().get("providerVersionNumber")))
                    .containsExactly(
                            "provider_verification_published 22",
                            "provider_verification_succeeded 22",
                            "provider_verification_published 23",
                            "provider_verification_failed 23");
            assertThat(values("gitlabVerificationStatus")).containsExactly("success", "success", "failed", "failed");
        }

        @Test
        void is_told_for_each_consumer_version_that_it_was_asked_for() {
            webhook("provider_verification_published");
            publishOn("main", "1", "a");
            publishOn("main", "2", "b");
            publishOn("feat", "3", "a");
            publishOn("other", "4", "a");
            client.deploy("web", "1", "production", "");
            JsonObject selected = client.post(
                    "/pacts/provider/orders/for-verification",
                    "{\"consumerVersionSelectors\": [{\"deployed\": true}, {\"branch\": \"feat\"}]}");
            JsonObject pact = client.get(text(selected, "_embedded pacts 0 _links self href"));
            JsonObject result = client.post(
                    text(pact, "_links pb:publish-verification-results href"),
                    "{\"success\": true, \"providerApplicationVersion\": \"22\"}");

            assertThat(values("consumerVersionNumber")).containsExactlyInAnyOrder("1", "3");
            assertThat(Client.list(
                            client.get(text(result, "_links pb:triggered-webhooks href")),
                            "_embedded triggeredWebhooks"))
                    .hasSize(2);
        }
    }

    @Nested
    class AWebhook {
        @Test
        void is_triggered_by_contracts_of_those_it_names_only() {
            client.version("shop", "1");
            client.version("web", "0");
            client.put("/pacticipants/web/labels/frontend", "{}");
            create("\"consumer\": {\"name\": \"web\"}", "by name");
            create("\"consumer\": {\"name\": \"shop\"}", "by another name");
            create("\"consumer\": {\"label\": \"frontend\"}", "by label");
            create("\"provider\": {\"label\": \"frontend\"}", "by another label");
            create("\"enabled\": false", "disabled");
            client.publish("web", "1", "orders", "a");

            assertThat(triggered().stream().map(Delivery::title)).containsExactly("by name", "by label");
        }

        private void create(String about, String description) {
            client.post("/webhooks", "{" + about + ", \"description\": \"" + description + "\", " + REQUEST);
        }

        @Test
        void is_listed_with_what_it_was_triggered_for() {
            webhook("contract_published");
            client.publish("web", "1", "orders", "a");
            JsonObject pact = client.get(Client.pactPath("web", "1", "orders"));
            JsonObject list = client.get(text(pact, "_links pb:triggered-webhooks href"));

            assertThat(text(list, "_embedded triggeredWebhooks 0 name")).isEqualTo("on contract_published");
            assertThat(text(list, "_embedded triggeredWebhooks 0 status")).isEqualTo("not_run");
            assertThat(Client.at(list, "_embedded triggeredWebhooks 0 attemptsRemaining")
                            .toJson())
                    .isEqualTo("7");
            JsonObject status = client.get("/pacts/provider/orders/consumer/web/webhooks/status");
            assertThat(Client.at(status, "summary").toJson())
                    .isEqualTo("{\"successful\":0,\"failed\":0,\"retrying\":0,\"notRun\":1}");
        }

        @Test
        void is_told_much() {
            client.branch("web", "1", "main");
            client.tag("web", "1", "rc");
            client.put("/pacticipants/orders/labels/backend", "{}");
            client.version("orders", "9");
            client.deploy("orders", "9", "production", "");
            webhook("provider_verification_published");
            client.publish("web", "1", "orders", "a");
            client.verify("web", "1", "orders", "22", true);

            assertThat(triggered().get(0).parameters())
                    .containsEntry("eventName", "provider_verification_published")
                    .containsEntry("consumerName", "web")
                    .containsEntry("consumerVersionNumber", "1")
                    .containsEntry("consumerVersionBranch", "main")
                    .containsEntry("consumerVersionTags", "rc")
                    .containsEntry("providerName", "orders")
                    .containsEntry("providerLabels", "backend")
                    .containsEntry("providerVersionNumber", "22")
                    .containsEntry("currentlyDeployedProviderVersionNumber", "9")
                    .containsEntry("bitbucketVerificationStatus", "SUCCESSFUL")
                    .containsEntry("azureDevOpsVerificationStatus", "succeeded")
                    .containsEntry("buildUrl", "");
            assertThat(client.get(triggered().get(0).parameters().get("pactUrl"))
                            .has("interactions"))
                    .isTrue();
            assertThat(client.get(triggered().get(0).parameters().get("verificationResultUrl"))
                            .has("success"))
                    .isTrue();
        }
    }
}
