package dev.contract.broker.api;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.ReadyBody;
import dev.contract.broker.domain.webhook.ReceiverUrl;
import dev.contract.broker.egress.EgressRules;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a webhook from a body, and says everything that is wrong with it. */
final class WebhookFields {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,255}");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{[^{}]*}");
    private static final int LONGEST_TEXT = 10_000;
    private static final int LARGEST_BODY = 1_000_000;

    private final Call call;
    private final Fields fields;
    private final EgressRules rules;

    WebhookFields(Call call, Fields fields, EgressRules rules) {
        this.call = call;
        this.fields = fields;
        this.rules = rules;
    }

    Webhook.Details details() {
        return new Webhook.Details(
                fields.text("description").orElse(null),
                party("consumer"),
                party("provider"),
                events(),
                fields.flag("enabled").orElse(true));
    }

    /** An application that the path names counts, whatever the body says. */
    private WebhookParty party(String side) {
        if (call.values().containsKey(side)) {
            return WebhookParty.of(call.party(side));
        }
        Fields party = fields.inside(side);
        Optional<Party> named = party.name("name", PacticipantName::new).flatMap(name -> known(party, name));
        Optional<String> label = party.text("label").filter(text -> isLabel(party, text));
        if (party.has("name") && party.has("label")) {
            fields.error(side, "has both a name and a label, where one of the two tells who is meant");
            return WebhookParty.ANYBODY;
        }
        return new WebhookParty(named.orElse(null), label.orElse(null));
    }

    private Optional<Party> known(Fields party, PacticipantName name) {
        Optional<Party> known = call.kept().pacticipants().find(name).map(application -> application.party());
        if (known.isEmpty()) {
            party.error("name", "is no known application: \"" + name + "\"");
        }
        return known;
    }

    private static boolean isLabel(Fields party, String text) {
        boolean fine = !text.isBlank() && text.length() <= 255 && text.chars().noneMatch(Character::isISOControl);
        if (!fine) {
            party.error("label", "is not one line of 1 to 255 characters");
        }
        return fine;
    }

    private Set<WebhookEvent> events() {
        Optional<JsonArray> given = fields.list("events");
        Set<WebhookEvent> events = new LinkedHashSet<>();
        for (int i = 0; i < given.map(JsonArray::size).orElse(0); i++) {
            JsonValue element = given.orElseThrow().get(i);
            Optional<String> name = element.asObject().flatMap(event -> event.string("name"));
            Optional<WebhookEvent> event = name.flatMap(WebhookEvent::of);
            if (event.isEmpty()) {
                fields.error(
                        "events",
                        (name.isEmpty() ? "name is missing" : "there is no event \"" + name.get() + "\"")
                                + " (at index " + i + ")");
            }
            event.ifPresent(events::add);
        }
        if (given.isEmpty()) {
            events.add(WebhookEvent.CONTRACT_CONTENT_CHANGED);
        } else if (given.get().isEmpty()) {
            fields.error("events", "is empty");
        }
        return events;
    }

    WebhookRequest request() {
        fields.require("request");
        Fields request = fields.inside("request");
        if (!fields.has("request")) {
            return new WebhookRequest("", "", Map.of(), null, null, null);
        }
        request.require("method");
        request.require("url");
        Optional<ReadyBody> ready = request.name("template", ReadyBody::of);
        Map<String, String> headers = headers(request);
        ready.ifPresent(body -> body.headers().forEach(headers::putIfAbsent));
        return new WebhookRequest(
                method(request),
                url(request),
                headers,
                line(request, "username"),
                line(request, "password"),
                body(request).or(() -> ready.map(ReadyBody::body)).orElse(null));
    }

    private String method(Fields request) {
        Optional<String> method = request.text("method");
        method.flatMap(rules::refusesMethod).ifPresent(why -> request.error("method", why));
        return method.orElse("");
    }

    private String url(Fields request) {
        Optional<String> url = request.text("url");
        url.flatMap(this::complaint).ifPresent(why -> request.error("url", why));
        return url.orElse("");
    }

    private Optional<String> complaint(String url) {
        if (url.length() > LONGEST_TEXT) {
            return Optional.of("is longer than " + LONGEST_TEXT + " characters");
        }
        if (PARAMETER.matcher(ReceiverUrl.of(url).origin()).find()) {
            return Optional.of("has a parameter in its host, which has to be the same always");
        }
        try {
            return rules.refuses(new URI(PARAMETER.matcher(url).replaceAll("x")));
        } catch (URISyntaxException e) {
            return Optional.of("is no URL");
        }
    }

    private static Map<String, String> headers(Fields request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Fields given = request.inside("headers");
        request.value("headers")
                .flatMap(JsonValue::asObject)
                .orElse(JsonObject.EMPTY)
                .forEach((name, value) -> {
                    if (!HEADER_NAME.matcher(name).matches()) {
                        request.error("headers", "has no header name: \"" + name + "\"");
                    } else {
                        String text = line(given, name);
                        headers.put(name, text == null ? "" : text);
                    }
                });
        return headers;
    }

    private static @Nullable String line(Fields fields, String name) {
        Optional<String> text = fields.text(name);
        if (text.filter(each -> each.length() > LONGEST_TEXT || each.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            fields.error(name, "is not one line of at most " + LONGEST_TEXT + " characters");
        }
        return text.orElse(null);
    }

    private static Optional<JsonValue> body(Fields request) {
        Optional<JsonValue> body = request.value("body");
        if (body.filter(each -> each.toJson().length() > LARGEST_BODY).isPresent()) {
            request.error("body", "is longer than " + LARGEST_BODY + " characters");
        }
        return body;
    }
}
