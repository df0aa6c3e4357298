package dev.contract.broker.api;

import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.webhook.RetrySchedule;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What webhooks were triggered, how far they came, and what was logged. */
final class DeliveryResource {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private final RetrySchedule schedule;

    DeliveryResource(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    void addTo(RouteTable table) {
        table.get(PAIR + "/webhooks/status", this::status)
                .get(PAIR + "/version/{version}/triggered-webhooks", this::ofPact)
                .get("/triggered-webhooks/{uuid}/logs", this::logs);
        for (String content : List.of(PAIR + "/pact-version/{sha}", PAIR + "/pact-version/{sha}/metadata/{metadata}")) {
            table.get(content + "/verification-results/{number}/triggered-webhooks", this::ofResult);
        }
    }

    private HttpResponse status(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        List<Delivery> newest = call.kept().deliveries().newest(pair.consumer(), pair.provider());
        return Answers.ok(list(call, newest)
                .put("summary", summary(newest))
                .links(
                        "pb:error-logs",
                        newest.stream()
                                .filter(each -> each.status() == Delivery.Status.FAILURE
                                        || each.status() == Delivery.Status.RETRYING)
                                .map(each ->
                                        Link.to(call.links().deliveryLog(each)).named(each.title()))
                                .toList())
                .build());
    }

    private static JsonObject summary(List<Delivery> deliveries) {
        var counts = deliveries.stream().collect(Collectors.groupingBy(Delivery::status, Collectors.counting()));
        return JsonObject.builder()
                .put("successful", counts.getOrDefault(Delivery.Status.SUCCESS, 0L))
                .put("failed", counts.getOrDefault(Delivery.Status.FAILURE, 0L))
                .put("retrying", counts.getOrDefault(Delivery.Status.RETRYING, 0L))
                .put("notRun", counts.getOrDefault(Delivery.Status.NOT_RUN, 0L))
                .build();
    }

    private HttpResponse ofPact(Call call) {
        Pact pact = PactResource.pact(call);
        return Answers.ok(list(call, call.kept().deliveries().of(pact)).build());
    }

    private HttpResponse ofResult(Call call) {
        Pact pact = PactResource.byContent(call, PactResource.metadata(call));
        return Answers.ok(list(call, call.kept().deliveries().of(VerificationResource.result(call, pact)))
                .build());
    }

    private Hal list(Call call, List<Delivery> deliveries) {
        return new Hal()
                .embed(
                        "triggeredWebhooks",
                        deliveries.stream()
                                .map(each -> document(call.links(), each).build())
                                .toList())
                .link("self", Link.to(call.self()).titled("Triggered webhooks"));
    }

    private Hal document(Links links, Delivery delivery) {
        boolean over = delivery.status() == Delivery.Status.SUCCESS || delivery.status() == Delivery.Status.FAILURE;
        return new Hal()
                .put("name", delivery.title())
                .put("status", delivery.status().name().toLowerCase(Locale.ROOT))
                .put("attemptsMade", delivery.attempts())
                .put("attemptsRemaining", over ? 0 : schedule.left(delivery.attempts()))
                .put("triggerType", "resource_creation")
                .put("eventName", delivery.event().text())
                .put("triggeredAt", delivery.triggeredAt())
                .link("pb:logs", Link.to(links.deliveryLog(delivery)).titled("What was sent and answered"))
                .link(
                        "pb:webhook",
                        Link.to(links.to("webhooks", delivery.webhook())).named(delivery.title()));
    }

    private HttpResponse logs(Call call) {
        Delivery delivery = delivery(call);
        String text = text(delivery, call.kept().deliveries().attempts(delivery));
        return call.accepts("application/hal+json")
                ? Answers.ok(document(call.links(), delivery)
                        .put("logs", text)
                        .self(call.self())
                        .build())
                : Answers.text(text);
    }

    /** The one that the path names. */
    static Delivery delivery(Call call) {
        String uuid = call.value("uuid");
        return call.kept()
                .deliveries()
                .find(uuid)
                .orElseThrow(() -> Failure.unknown("There is no triggered webhook with the UUID " + uuid + "."));
    }

    private String text(Delivery delivery, List<Delivery.Attempt> attempts) {
        String head = delivery.title() + "\nTriggered by " + delivery.event() + " at "
                + Hal.time(delivery.triggeredAt()) + ".\n";
        return attempts.stream()
                .map(attempt ->
                        "\nAttempt " + attempt.number() + " at " + Hal.time(attempt.at()) + "\n" + attempt.log())
                .collect(Collectors.joining("", head, attempts.isEmpty() ? "\nNot run yet.\n" : ""));
    }
}
