package dev.contract.broker.api;

import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.page.DeliveryPage;
import dev.contract.broker.page.DeliveryRow;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.WebhookPage;
import dev.contract.broker.page.WebhooksPage;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.problem.Shortened;
import java.util.List;

/** The webhooks and what they did, without their secrets. */
final class WebhookPages {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
    private static final Slice LATELY = new Slice(0, 50);
    private static final int LONGEST_LOG = 50_000;

    private WebhookPages() {}

    static void addTo(RouteTable pages) {
        pages.get("/webhooks", WebhookPages::list)
                .get("/webhooks/{uuid}", WebhookPages::one)
                .get(PAIR + "/webhooks/status", WebhookPages::ofPair)
                .get(PAIR + "/version/{version}/triggered-webhooks", WebhookPages::ofPact)
                .get("/triggered-webhooks/{uuid}/logs", WebhookPages::delivery);
    }

    private static HttpResponse list(Call call) {
        return page(
                call, "", call.kept().webhooks().all(), call.kept().deliveries().newest(LATELY));
    }

    private static HttpResponse ofPair(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        return page(
                call,
                "contracts of " + pair,
                call.kept().webhooks().naming(pair.consumer(), pair.provider()),
                call.kept().deliveries().newest(pair.consumer(), pair.provider()));
    }

    private static HttpResponse ofPact(Call call) {
        Pact pact = PactResource.pact(call);
        return page(
                call,
                "the contract of " + pact.consumer() + " with " + pact.provider(),
                call.kept().webhooks().naming(pact.consumer().owner(), pact.provider()),
                call.kept().deliveries().of(pact));
    }

    private static HttpResponse page(Call call, String about, List<Webhook> webhooks, List<Delivery> deliveries) {
        return Answers.page(new WebhooksPage(
                Views.frame(call, "Webhooks", Frame.Section.WEBHOOKS),
                about,
                webhooks.stream().map(each -> row(call, each)).toList(),
                deliveries.stream().map(each -> row(call, each)).toList()));
    }

    private static WebhooksPage.Row row(Call call, Webhook webhook) {
        Webhook.Details details = webhook.details();
        WebhookRequest request =
                WebhookDocument.shown(call, call.kept().webhooks().request(webhook));
        return new WebhooksPage.Row(
                new Ref(webhook.title(), call.links().webhook(webhook)),
                details.enabled() ? Mark.good("on") : Mark.quiet("off"),
                details.consumer().toString(),
                details.provider().toString(),
                details.events().stream().map(WebhookEvent::text).toList(),
                request.method() + " " + request.url());
    }

    private static DeliveryRow row(Call call, Delivery delivery) {
        return new DeliveryRow(
                new Ref(delivery.title(), call.links().deliveryLog(delivery)),
                delivery.event().text(),
                OverviewPages.mark(delivery.status()),
                delivery.attempts(),
                Views.of(call).moment(delivery.triggeredAt()));
    }

    private static HttpResponse one(Call call) {
        String uuid = call.value("uuid");
        Webhook webhook = call.kept()
                .webhooks()
                .find(uuid)
                .orElseThrow(() -> Failure.unknown("There is no webhook with the UUID " + uuid + "."));
        WebhookRequest request =
                WebhookDocument.shown(call, call.kept().webhooks().request(webhook));
        return Answers.page(new WebhookPage(
                Views.frame(call, webhook.title(), Frame.Section.WEBHOOKS),
                row(call, webhook),
                Shortened.to(LONGEST_LOG, JsonWriter.pretty(request.toJson())),
                call.kept().deliveries().newest(webhook, LATELY).stream()
                        .map(each -> row(call, each))
                        .toList()));
    }

    private static HttpResponse delivery(Call call) {
        Delivery delivery = DeliveryResource.delivery(call);
        Views views = Views.of(call);
        return Answers.page(new DeliveryPage(
                Views.frame(call, delivery.title(), Frame.Section.WEBHOOKS),
                row(call, delivery),
                call.kept()
                        .webhooks()
                        .find(delivery.webhook())
                        .map(webhook -> new Ref(webhook.title(), call.links().webhook(webhook)))
                        .orElse(Ref.none("deleted meanwhile")),
                call.kept().deliveries().attempts(delivery).stream()
                        .map(each -> new DeliveryPage.Attempt(
                                each.number(),
                                each.success() ? Mark.good("sent") : Mark.bad("failed"),
                                views.moment(each.at()),
                                Shortened.to(LONGEST_LOG, each.log())))
                        .toList()));
    }
}
