package dev.contract.broker.api;

import dev.contract.broker.delivery.Courier;
import dev.contract.broker.delivery.Execution;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.HiddenParts;
import dev.contract.broker.domain.webhook.Parameters;
import dev.contract.broker.domain.webhook.ReceiverUrl;
import dev.contract.broker.egress.Outcome;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Webhooks: created, read, changed, deleted, and tried out. */
final class WebhookResource {
    private static final String ALL = "/webhooks";
    private static final String ONE = ALL + "/{uuid}";
    private static final Pattern UUID_TEXT = Pattern.compile("[A-Za-z0-9_-]{16,255}");

    private final Courier courier;

    WebhookResource(Courier courier) {
        this.courier = courier;
    }

    void addTo(RouteTable table) {
        for (String list : List.of(
                ALL,
                ALL + "/provider/{provider}",
                ALL + "/consumer/{consumer}",
                ALL + "/provider/{provider}/consumer/{consumer}",
                "/pacts/provider/{provider}/consumer/{consumer}/webhooks")) {
            table.get(list, WebhookResource::list).post(list, this::create).demanding(Demand.ADMIN);
        }
        table.get(ONE, WebhookResource::get)
                .put(ONE, this::put)
                .demanding(Demand.ADMIN)
                .delete(ONE, WebhookResource::delete)
                .demanding(Demand.ADMIN)
                .run(ONE + "/execute", this::executeSaved)
                .demanding(Demand.ADMIN)
                .run(ALL + "/execute", this::executeUnsaved)
                .demanding(Demand.ADMIN);
    }

    /** Those that name the applications of the path. */
    private static HttpResponse list(Call call) {
        Links links = call.links();
        Optional<Party> consumer = side(call, "consumer");
        Optional<Party> provider = side(call, "provider");
        List<Link> webhooks = call.kept().webhooks().all().stream()
                .filter(webhook -> names(webhook.details().consumer(), consumer)
                        && names(webhook.details().provider(), provider))
                .map(webhook -> WebhookDocument.link(links, webhook))
                .toList();
        return Answers.ok(new Hal()
                .link("self", Link.to(call.self()).titled("Webhooks"))
                .links("pb:webhooks", webhooks)
                .link("pb:create", Link.to(call.self()).titled("Create a webhook by POST"))
                .build());
    }

    private static Optional<Party> side(Call call, String side) {
        return call.values().containsKey(side) ? Optional.of(call.party(side)) : Optional.empty();
    }

    private static boolean names(WebhookParty party, Optional<Party> wanted) {
        Party named = party.party();
        return wanted.isEmpty() || (named != null && named.id() == wanted.get().id());
    }

    private HttpResponse create(Call call) {
        return create(call, UUID.randomUUID().toString());
    }

    private HttpResponse create(Call call, String uuid) {
        Fields fields = call.fields();
        WebhookFields given = new WebhookFields(call, fields, courier.rules());
        Webhook.Details details = given.details();
        WebhookRequest request = given.request();
        checkUrl(fields, request);
        fields.check();
        Webhook created = call.kept().webhooks().create(uuid, details, request, call.now());
        return Answers.created(call.links().webhook(created), WebhookDocument.of(call, created, request));
    }

    private static Webhook webhook(Call call) {
        String uuid = call.value("uuid");
        return call.kept()
                .webhooks()
                .find(uuid)
                .orElseThrow(() -> Failure.unknown("There is no webhook with the UUID " + uuid + "."));
    }

    private static HttpResponse get(Call call) {
        Webhook webhook = webhook(call);
        return Answers.ok(
                WebhookDocument.of(call, webhook, call.kept().webhooks().request(webhook)));
    }

    private HttpResponse put(Call call) {
        String uuid = call.value("uuid");
        Optional<Webhook> known = call.kept().webhooks().find(uuid);
        if (known.isPresent()) {
            return replace(call, known.get());
        }
        if (!UUID_TEXT.matcher(uuid).matches()) {
            throw Refusal.invalid("uuid", "must be 16 to 255 letters, digits, - and _");
        }
        return create(call, uuid);
    }

    private HttpResponse replace(Call call, Webhook known) {
        Fields fields = call.fields();
        WebhookFields given = new WebhookFields(call, fields, courier.rules());
        Webhook.Details details = given.details();
        WebhookRequest request = given.request();
        fields.check();
        WebhookRequest whole = whole(call, fields, known, request);
        Webhook stored = call.kept().webhooks().update(known, details, whole, call.now());
        return Answers.ok(WebhookDocument.of(call, stored, whole));
    }

    /** A stored request that nobody can decrypt can be replaced by a whole one. */
    private static WebhookRequest whole(Call call, Fields fields, Webhook known, WebhookRequest arriving) {
        List<String> masks = HiddenParts.masks(arriving);
        if (masks.isEmpty()) {
            return arriving;
        }
        WebhookRequest stored = call.kept().webhooks().request(known);
        if (!ReceiverUrl.of(arriving.url()).isAt(ReceiverUrl.of(stored.url()))) {
            masks.forEach(field -> fields.error(
                    "request." + field, "is hidden, and the URL leads to another server than before: give it again"));
            fields.check();
        }
        WebhookRequest whole = HiddenParts.restored(arriving, stored);
        checkUrl(fields, whole);
        fields.check();
        return whole;
    }

    /** A webhook that was imported by somebody who may not see its URL has none to put in place. */
    private static void checkUrl(Fields fields, WebhookRequest request) {
        if (ReceiverUrl.of(request.url()).isHidden()) {
            fields.error("request.url", "is hidden: give it whole");
        }
    }

    private static HttpResponse delete(Call call) {
        call.kept().webhooks().delete(webhook(call));
        return Answers.noContent();
    }

    /** What is to be sent, and what stands for its parameters. */
    private record Trial(WebhookRequest request, Map<String, String> parameters, Optional<String> webhook) {}

    private HttpResponse executeSaved(Routed routed, Store store) {
        return execute(routed, store.<Trial>read(kept -> {
            Call call = routed.within(kept);
            Webhook webhook = webhook(call);
            return new Trial(
                    kept.webhooks().request(webhook),
                    parameters(call, webhook.details()),
                    Optional.of(call.links().webhook(webhook)));
        }));
    }

    private HttpResponse executeUnsaved(Routed routed, Store store) {
        return execute(routed, store.<Trial>read(kept -> {
            Call call = routed.within(kept);
            Fields fields = call.fields();
            WebhookFields given = new WebhookFields(call, fields, courier.rules());
            Webhook.Details details = given.details();
            WebhookRequest request = given.request();
            fields.check();
            return new Trial(request, parameters(call, details), Optional.empty());
        }));
    }

    /** Those of the newest contract that concerns the webhook, and its newest result; examples where there is none. */
    private static Map<String, String> parameters(Call call, Webhook.Details details) {
        WebhookEvent event = details.events().iterator().next();
        Optional<Pact> pact = call.kept().pacts().newest(details);
        if (pact.isEmpty()) {
            return Parameters.examples(event);
        }
        Parameters about = new Parameters(pact.get(), call.kept(), call.links());
        return call.kept().verifications().newest(pact.get().contentId(), 1).stream()
                .findFirst()
                .map(about::of)
                .orElse(about)
                .values(event);
    }

    private HttpResponse execute(Routed routed, Trial trial) {
        Execution execution = courier.execute(trial.request(), trial.parameters());
        WebhookRequest sent = execution.sent();
        Hal hal = new Hal().put("request", sent.toJson());
        Outcome outcome = execution.outcome();
        if (outcome instanceof Outcome.Answered answer) {
            hal.put("response", response(answer));
        } else {
            hal.put(
                    "message",
                    outcome instanceof Outcome.Refused refused ? refused.why() : ((Outcome.Unreachable) outcome).why());
        }
        hal.put("logs", execution.log()).put("success", execution.success());
        trial.webhook().ifPresent(href -> hal.link("webhook", href));
        return Answers.ok(hal.link("try-again", routed.self()).build());
    }

    private static JsonObject response(Outcome.Answered answer) {
        Map<String, JsonValue> headers = new LinkedHashMap<>();
        new TreeMap<>(answer.headers()).forEach((name, value) -> headers.put(name, JsonString.of(value)));
        return JsonObject.builder()
                .put("status", answer.status())
                .put("headers", JsonObject.of(headers))
                .put("body", answer.body())
                .build();
    }
}
