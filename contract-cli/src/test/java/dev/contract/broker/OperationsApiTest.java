package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class OperationsApiTest extends ApiFixture {

    @Test
    void the_heartbeat_needs_no_database() {
        broker.broker().close();

        assertThat(client.get("/diagnostic/status/heartbeat").toJson())
                .isEqualTo(
                        "{\"ok\":true,\"_links\":{\"self\":{\"href\":\"http://broker.test/diagnostic/status/heartbeat\"}}}");
        assertThat(client.status("/")).isEqualTo(200);
    }

    @Test
    void dependencies_fail_with_the_database() {
        assertThat(at(client.get("/diagnostic/status/dependencies"), "database").toJson())
                .isEqualTo("{\"ok\":true}");

        broker.broker().close();
        HttpResponse broken = client.send("GET", "/diagnostic/status/dependencies", "");

        assertThat(broken.status()).isEqualTo(500);
        assertThat(at(Client.json(broken), "database").toJson()).isEqualTo("{\"ok\":false}");
    }

    @Test
    void metrics_count_what_is_kept() {
        webhook(true);
        client.publish("web", "1", "orders", "a");
        client.publish("web", "2", "orders", "a");
        client.verify("web", "1", "orders", "22", true);
        client.verify("web", "1", "orders", "23", false);
        client.deploy("orders", "22", "production", "");
        webhook(false);
        broker.broker().courier().deliverNext();

        JsonObject metrics = client.get("/metrics");

        assertThat(client.send("GET", "/metrics", "").headers().first("Content-Type"))
                .hasValue("application/json;charset=utf-8");

        assertThat(at(metrics, "pacticipants count").toJson()).isEqualTo("2");
        assertThat(at(metrics, "pactPublications count").toJson()).isEqualTo("2");
        assertThat(at(metrics, "pactVersions count").toJson()).isEqualTo("1");
        assertThat(at(metrics, "interactions interactionsCount").toJson()).isEqualTo("1");
        assertThat(at(metrics, "verificationResults successCount").toJson()).isEqualTo("1");
        assertThat(at(metrics, "verificationResults failureCount").toJson()).isEqualTo("1");
        assertThat(at(metrics, "deployedVersions").toJson()).isEqualTo("{\"count\":1,\"currentlyDeployedCount\":1}");
        assertThat(at(metrics, "webhooks").toJson()).isEqualTo("{\"count\":1}");
        assertThat(at(metrics, "triggeredWebhooks").toJson()).isEqualTo("{\"count\":1,\"waitingCount\":0}");
        assertThat(at(metrics, "webhookExecutions").toJson()).isEqualTo("{\"count\":1}");
        assertThat(at(metrics, "environments count").toJson()).isEqualTo("2");
    }

    private void webhook(boolean enabled) {
        client.put(
                "/webhooks/0123456789abcdef",
                "{\"events\": [{\"name\": \"provider_verification_failed\"}], \"enabled\": " + enabled
                        + ", \"request\": {\"method\": \"POST\", \"url\": \"https://ci.example/x\"}}");
    }

    @Test
    void prometheus_reads_the_same() {
        client.publish("web", "1", "orders", "a");

        HttpResponse metrics = get("/metrics/prometheus", "*/*");

        assertThat(metrics.headers().first("Content-Type")).hasValue("text/plain;version=0.0.4;charset=utf-8");
        assertThat(metrics.body().text()).contains("""
                # HELP contract_broker_pacticipants Number of applications.
                # TYPE contract_broker_pacticipants gauge
                contract_broker_pacticipants 2
                """);
    }
}
