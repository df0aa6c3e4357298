package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardApiTest extends ApiFixture {

    private String status() {
        return text(client.get("/dashboard"), "items 0 verificationStatus");
    }

    @Test
    void tells_how_the_newest_pact_stands() {
        client.publish("web", "1", "orders", "a");
        assertThat(status()).isEqualTo("never");

        client.verify("web", "1", "orders", "22", true);
        assertThat(status()).isEqualTo("success");

        client.publish("web", "2", "orders", "b");
        assertThat(status()).isEqualTo("stale");

        client.verify("web", "2", "orders", "22", false);
        assertThat(status()).isEqualTo("failed");
    }

    @Test
    void does_not_let_a_failure_of_older_content_speak_for_newer_content_that_passed() {
        client.publish("web", "1", "orders", "a");
        client.publish("web", "2", "orders", "b");
        client.verify("web", "2", "orders", "22", true);
        client.verify("web", "1", "orders", "22", false);

        assertThat(status()).isEqualTo("success");
    }

    @Test
    void tells_a_failure_that_was_pending() {
        client.branch("orders", "1", "main");
        client.publish("web", "1", "orders", "a");
        client.branch("web", "1", "main");
        JsonObject pending = client.post(
                "/pacts/provider/orders/for-verification",
                "{\"includePendingStatus\": true, \"providerVersionBranch\": \"main\"}");
        JsonObject pact = client.get(text(pending, "_embedded pacts 0 _links self href"));
        client.post(
                text(pact, "_links pb:publish-verification-results href"),
                "{\"success\": false, \"providerApplicationVersion\": \"22\"}");

        assertThat(status()).isEqualTo("failed_pending");
    }

    @Test
    void describes_both_versions() {
        client.publish("web", "1", "orders", "a");
        client.branch("web", "1", "main");
        client.tag("web", "1", "rc");
        client.verify("web", "1", "orders", "22", true);
        client.tag("orders", "22", "live");

        JsonValue item = at(client.get("/dashboard/provider/orders/consumer/web"), "items 0");

        assertThat(text(item, "consumer version number")).isEqualTo("1");
        assertThat(text(item, "consumer version branch")).isEqualTo("main");
        assertThat(at(item, "consumer version headBranchNames").toJson()).isEqualTo("[\"main\"]");
        assertThat(text(item, "pactTags 0 name")).isEqualTo("rc");
        assertThat(text(item, "provider version number")).isEqualTo("22");
        assertThat(text(item, "latestVerificationResultTags 0 name")).isEqualTo("live");
        assertThat(at(item, "latestVerificationResult success").toJson()).isEqualTo("true");
        assertThat(text(item, "webhookStatus")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, true, not_run",
        "{}, false, none",
        "'{\"provider\": {\"name\": \"orders\"}}', true, not_run",
        "'{\"provider\": {\"name\": \"web\"}}', true, none",
        "'{\"consumer\": {\"label\": \"shop\"}}', true, not_run",
        "'{\"consumer\": {\"label\": \"other\"}}', true, none",
    })
    void tells_whether_a_webhook_waits_that_never_ran(String parties, boolean enabled, String status) {
        client.publish("web", "1", "orders", "a");
        client.send("PUT", "/pacticipants/web/labels/shop", "{}");
        client.send("PUT", "/pacticipants/orders/labels/other", "{}");
        client.post(
                "/webhooks",
                parties.replaceFirst("}$", "") + (parties.equals("{}") ? "" : ", ") + """
                "enabled": %s, "events": [{"name": "contract_published"}],
                "request": {"method": "POST", "url": "https://ci.example/"}}""".formatted(enabled));

        assertThat(text(client.get("/dashboard"), "items 0 webhookStatus")).isEqualTo(status);
    }

    @Test
    void has_the_version_of_a_provider_only_once_it_verified() {
        client.publish("web", "1", "orders", "a");

        assertThat(at(client.get("/dashboard"), "items 0 provider version").toJson())
                .isEqualTo("null");
    }

    @Test
    void always_comes_in_pages_and_is_searched() {
        for (int i = 10; i < 45; i++) {
            client.publish("web", "1", "p" + i, "a");
        }

        JsonObject first = client.get("/dashboard");

        assertThat(list(first, "items")).hasSize(30);
        assertThat(list(client.get(text(first, "_links next href")), "items")).hasSize(5);
        assertThat(list(client.get("/dashboard?q=P44"), "items")).hasSize(1);
        assertThat(list(client.get("/dashboard?size=2"), "items")).hasSize(2);
        assertThat(client.status("/dashboard?page=0")).isEqualTo(400);
    }
}
