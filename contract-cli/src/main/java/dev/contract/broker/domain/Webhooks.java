package dev.contract.broker.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The webhooks. */
public interface Webhooks {

    /** All of them, the oldest first. */
    List<Webhook> all();

    Optional<Webhook> find(String uuid);

    /** The enabled ones but those that name other applications; what their labels say is not looked at. */
    List<Webhook> naming(Party consumer, Party provider);

    /** What it sends. */
    WebhookRequest request(Webhook webhook);

    Webhook create(String uuid, Webhook.Details details, WebhookRequest request, Instant now);

    Webhook update(Webhook webhook, Webhook.Details details, WebhookRequest request, Instant now);

    /** Removes the webhook. What it triggered stays to be read, and is not run any more. */
    void delete(Webhook webhook);
}
