package dev.contract.broker.api;

import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.HiddenParts;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;

/** A webhook as a HAL document, without its secrets. */
final class WebhookDocument {
    private WebhookDocument() {}

    /** The request as whoever asks may see it. */
    static WebhookRequest shown(Call call, WebhookRequest request) {
        return call.admission().permits(Demand.ADMIN) ? HiddenParts.masked(request) : HiddenParts.withoutPlace(request);
    }

    static JsonObject of(Call call, Webhook webhook, WebhookRequest request) {
        Links links = call.links();
        Webhook.Details details = webhook.details();
        Hal hal = new Hal().put("uuid", webhook.uuid()).put("description", webhook.title());
        putParty(hal, "consumer", details.consumer(), links);
        putParty(hal, "provider", details.provider(), links);
        String self = links.webhook(webhook);
        return hal.put("enabled", details.enabled())
                .put("request", shown(call, request).toJson())
                .put(
                        "events",
                        JsonArray.of(details.events().stream()
                                .map(WebhookDocument::event)
                                .toList()))
                .put("createdAt", webhook.createdAt())
                .put("updatedAt", webhook.updatedAt())
                .link("self", Link.to(self).titled(webhook.title()))
                .link(
                        "pb:execute",
                        Link.to(self + "/execute")
                                .titled("Send its request now, about the newest contract that concerns it"))
                .link("pb:webhooks", Link.to(links.to("webhooks")).titled("All webhooks"))
                .build();
    }

    private static JsonObject event(WebhookEvent event) {
        return JsonObject.of("name", JsonString.of(event.text()));
    }

    private static void putParty(Hal hal, String side, WebhookParty party, Links links) {
        Party named = party.party();
        String label = party.label();
        if (named != null) {
            hal.put(side, JsonObject.of("name", JsonString.of(named.name().value())))
                    .link("pb:" + side, Link.to(links.pacticipant(named)).named(named.toString()));
        } else if (label != null) {
            hal.put(side, JsonObject.of("label", JsonString.of(label)));
        }
    }

    static Link link(Links links, Webhook webhook) {
        return Link.to(links.webhook(webhook)).titled(webhook.title()).named(webhook.uuid());
    }
}
