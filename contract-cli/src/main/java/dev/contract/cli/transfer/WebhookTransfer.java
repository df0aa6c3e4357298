package dev.contract.cli.transfer;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.HiddenParts;
import dev.contract.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Webhooks without their secrets, which no broker shows; disabled, so that nobody is told everything twice. */
final class WebhookTransfer {
    private final Remote remote;
    private final Store store;
    private final Tally tally;

    WebhookTransfer(Remote remote, Store store, Tally tally) {
        this.remote = remote;
        this.store = store;
        this.tally = tally;
    }

    void run() {
        remote.webhooks()
                .forEach(there -> tally.count(Tally.Kind.WEBHOOK, store.<Boolean>write(kept -> isAdded(there, kept))));
    }

    private static boolean isAdded(JsonObject there, Transaction kept) {
        String uuid = uuid(there);
        Set<WebhookEvent> events = Remote.objects(there, "events")
                .flatMap(event -> WebhookEvent.of(Remote.text(event, "name")).stream())
                .collect(Collectors.toSet());
        if (events.isEmpty() || kept.webhooks().find(uuid).isPresent()) {
            return false;
        }
        Webhook.Details details = new Webhook.Details(
                there.string("description").orElse(null),
                party(there, "consumer", kept),
                party(there, "provider", kept),
                events,
                false);
        JsonObject request = there.object("request").orElse(JsonObject.EMPTY);
        kept.webhooks()
                .create(
                        uuid,
                        details,
                        withoutMasks(WebhookRequest.of(request)),
                        Remote.time(there, "createdAt").orElseGet(Instant::now));
        return true;
    }

    private static String uuid(JsonObject there) {
        String self = Remote.links(there, "self").stream().findFirst().orElse("");
        return there.string("uuid").orElse(self.substring(self.lastIndexOf('/') + 1));
    }

    private static WebhookParty party(JsonObject there, String side, Transaction kept) {
        JsonObject party = there.object(side).orElse(JsonObject.EMPTY);
        return party.string("name")
                .flatMap(name -> kept.pacticipants().find(new PacticipantName(name)))
                .map(application -> WebhookParty.of(application.party()))
                .orElseGet(() -> new WebhookParty(null, party.string("label").orElse(null)));
    }

    private static WebhookRequest withoutMasks(WebhookRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.values().removeIf(HiddenParts::isMask);
        return request.withSecrets(headers, HiddenParts.isMask(request.password()) ? null : request.password());
    }
}
