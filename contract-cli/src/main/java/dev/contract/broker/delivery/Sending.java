package dev.contract.broker.delivery;

import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.Expansion;
import dev.contract.broker.domain.webhook.HiddenParts;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.egress.Outcome;
import dev.contract.broker.egress.Outgoing;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends one request of a webhook and writes down what happened, in words that may be shown. */
final class Sending {
    private static final String NOT_SHOWN =
            "(The answer is shown only when the broker names the hosts that webhooks may reach: PACT_BROKER_WEBHOOK_HOST_WHITELIST.)";

    private final Egress egress;
    private final DeliverySettings settings;

    Sending(Egress egress, DeliverySettings settings) {
        this.egress = egress;
        this.settings = settings;
    }

    Execution send(WebhookRequest template, Map<String, String> parameters) {
        WebhookRequest request = new Expansion(parameters).of(template);
        WebhookRequest secret = request.withSecrets(template.headers(), template.password());
        Outcome outcome = shown(
                egress.send(new Outgoing(request.method(), request.url(), headers(request), body(request))), secret);
        boolean success = outcome instanceof Outcome.Answered answer && settings.isSuccess(answer.status());
        WebhookRequest sent = masked(request, template);
        String log = HiddenParts.hide(requestText(sent) + outcomeText(outcome), secret);
        return new Execution(sent, outcome, success, !(outcome instanceof Outcome.Refused), log);
    }

    /** What was a secret in the template is one in the request; what was made of parameters is none. */
    private static WebhookRequest masked(WebhookRequest request, WebhookRequest template) {
        WebhookRequest hidden = HiddenParts.masked(template);
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        hidden.headers()
                .forEach((name, value) ->
                        headers.replace(name, value.equals(HiddenParts.MASK) ? value : headers.get(name)));
        String password = HiddenParts.MASK.equals(hidden.password()) ? hidden.password() : request.password();
        return request.withSecrets(headers, password);
    }

    private static Map<String, String> headers(WebhookRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        request.basicCredentials().ifPresent(pair -> headers.putIfAbsent("Authorization", "Basic " + pair));
        JsonValue body = request.body();
        if (body != null) {
            headers.putIfAbsent("Content-Type", "application/json");
        }
        return headers;
    }

    private static @Nullable String body(WebhookRequest request) {
        return request.body() instanceof JsonString text ? text.text() : null;
    }

    /** Without the operator's list of hosts nothing of an answer is kept but its status. */
    private Outcome shown(Outcome outcome, WebhookRequest secret) {
        if (!(outcome instanceof Outcome.Answered answer)) {
            return outcome;
        }
        if (!settings.rules().showsAnswers()) {
            return new Outcome.Answered(answer.status(), Map.of(), "", answer.places());
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        WebhookRequest hidden = HiddenParts.masked(new WebhookRequest("", "", answer.headers(), null, null, null));
        hidden.headers().forEach((name, value) -> headers.put(name, HiddenParts.hide(value, secret)));
        return new Outcome.Answered(answer.status(), headers, HiddenParts.hide(answer.body(), secret), answer.places());
    }

    private static String requestText(WebhookRequest sent) {
        StringBuilder text = new StringBuilder("> " + sent.method() + " " + HiddenParts.hideUrls(sent.url()) + "\n");
        sent.headers().forEach((name, value) -> text.append("> ")
                .append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        String body = body(sent);
        if (body != null) {
            text.append('\n').append(body).append("\n\n");
        }
        return text.toString();
    }

    private String outcomeText(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answer) {
            return answerText(answer);
        }
        return outcome instanceof Outcome.Refused refused
                ? "Refused: " + HiddenParts.hideUrls(refused.why()) + ".\n"
                : "Failed: " + HiddenParts.hideUrls(((Outcome.Unreachable) outcome).why()) + ".\n";
    }

    private String answerText(Outcome.Answered answer) {
        StringBuilder text = new StringBuilder();
        answer.places().forEach(place -> text.append("Redirected to ")
                .append(HiddenParts.hideUrls(place))
                .append('\n'));
        text.append("< ").append(answer.status()).append('\n');
        if (!settings.rules().showsAnswers()) {
            return text.append(NOT_SHOWN).append('\n').toString();
        }
        new TreeMap<>(answer.headers()).forEach((name, value) -> text.append("< ")
                .append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        return answer.body().isEmpty()
                ? text.toString()
                : text.append('\n').append(answer.body()).append('\n').toString();
    }
}
