package dev.contract.broker.api;

import dev.contract.broker.domain.Counts;
import dev.contract.core.http.HttpResponse;

/** How much is kept, in the text form of Prometheus. One thread at a time. */
final class PrometheusText {
    private static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {}

    static HttpResponse of(Counts counts) {
        String text = new PrometheusText().read(counts).text.toString();
        return Answers.text(text, TYPE);
    }

    private PrometheusText read(Counts counts) {
        gauge("pacticipants", "applications", counts.pacticipants());
        gauge("pacticipant_versions", "versions of applications", counts.versions());
        gauge("branches", "branches", counts.branches());
        gauge("tags", "tags on versions", counts.tags());
        gauge("integrations", "consumers with a contract with a provider", counts.integrations());
        gauge("pact_publications", "published pacts", counts.publications().count());
        gauge("pact_contents", "different contents of pacts", counts.contents());
        gauge("interactions", "interactions of all contents", counts.interactions());
        gauge("messages", "messages of all contents", counts.messages());
        gauge(
                "verification_results",
                "verification results",
                counts.verifications().count());
        gauge("verification_successes", "successful verification results", counts.successfulVerifications());
        gauge("environments", "environments", counts.environments());
        gauge("deployed_versions", "deployments that have not ended", counts.currentlyDeployed());
        gauge("released_versions", "releases that are still supported", counts.currentlySupported());
        gauge("webhooks", "webhooks", counts.webhooks());
        gauge("triggered_webhooks", "times that webhooks were triggered", counts.triggeredWebhooks());
        gauge("waiting_webhooks", "triggered webhooks that are still to be run, or again", counts.waitingWebhooks());
        gauge("webhook_executions", "attempts to run triggered webhooks", counts.webhookExecutions());
        return this;
    }

    private void gauge(String name, String help, long value) {
        String full = "contract_broker_" + name;
        text.append("# HELP ").append(full).append(" Number of ").append(help).append(".\n");
        text.append("# TYPE ").append(full).append(" gauge\n");
        text.append(full).append(' ').append(value).append('\n');
    }
}
