package dev.contract.broker.api;

import dev.contract.broker.domain.Counts;
import dev.contract.broker.domain.Store;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;

/** What those who run a broker ask: is it there, can it work, how much is in it. */
final class OperationsResource {
    private static final String JSON = "application/json;charset=utf-8";
    private static final System.Logger LOG = System.getLogger(OperationsResource.class.getName());

    private OperationsResource() {}

    static void addTo(RouteTable table) {
        table.look("/diagnostic/status/heartbeat", (request, store) -> heartbeat(request))
                .demanding(Demand.HEARTBEAT)
                .look("/diagnostic/status/dependencies", OperationsResource::dependencies)
                .get(
                        "/metrics",
                        call -> Answers.json(
                                200, document(call.kept().statistics().counts()), JSON))
                .get(
                        "/metrics/prometheus",
                        call -> PrometheusText.of(call.kept().statistics().counts()));
    }

    /** Asks no database: a broker whose database is away is still there. */
    private static HttpResponse heartbeat(Routed request) {
        return Answers.ok(new Hal().put("ok", true).self(request.self()).build());
    }

    private static HttpResponse dependencies(Routed request, Store store) {
        boolean ok = canRead(store);
        return Answers.hal(
                ok ? 200 : 500,
                new Hal()
                        .put("database", new Hal().put("ok", ok).build())
                        .self(request.self())
                        .build());
    }

    private static boolean canRead(Store store) {
        try {
            store.read(kept -> kept.environments().all());
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the database cannot be read", e);
            return false;
        }
    }

    private static JsonObject document(Counts counts) {
        return JsonObject.builder()
                .put("interactions", interactions(counts))
                .put("pacticipants", count(counts.pacticipants()))
                .put("integrations", count(counts.integrations()))
                .put("pactPublications", span(counts.publications()).build())
                .put("pactVersions", count(counts.contents()))
                .put("verificationResults", verifications(counts))
                .put("pacticipantVersions", count(counts.versions()))
                .put("branches", count(counts.branches()))
                .put("tags", count(counts.tags()))
                .put("webhooks", count(counts.webhooks()))
                .put("triggeredWebhooks", count(counts.triggeredWebhooks(), "waitingCount", counts.waitingWebhooks()))
                .put("webhookExecutions", count(counts.webhookExecutions()))
                .put("environments", count(counts.environments()))
                .put("deployedVersions", count(counts.deployed(), "currentlyDeployedCount", counts.currentlyDeployed()))
                .put(
                        "releasedVersions",
                        count(counts.released(), "currentlySupportedCount", counts.currentlySupported()))
                .build();
    }

    private static JsonObject interactions(Counts counts) {
        return JsonObject.builder()
                .put("interactionsCount", counts.interactions())
                .put("messagesCount", counts.messages())
                .put("interactionsAndMessagesCount", counts.interactions() + counts.messages())
                .build();
    }

    private static JsonObject verifications(Counts counts) {
        long successes = counts.successfulVerifications();
        return span(counts.verifications())
                .put("successCount", successes)
                .put("failureCount", counts.verifications().count() - successes)
                .build();
    }

    private static JsonObject count(long count) {
        return JsonObject.builder().put("count", count).build();
    }

    private static JsonObject count(long count, String also, long other) {
        return JsonObject.builder().put("count", count).put(also, other).build();
    }

    private static Hal span(Counts.Span span) {
        return new Hal().put("count", span.count()).put("first", span.first()).put("last", span.last());
    }
}
