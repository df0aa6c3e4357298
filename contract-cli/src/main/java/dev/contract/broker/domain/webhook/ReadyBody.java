package dev.contract.broker.domain.webhook;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Bodies for receivers that many have. A webhook keeps the body, not its name, so that what is sent can be seen and changed. */
public enum ReadyBody {
    /** A commit status of GitHub: {@code POST https://api.github.com/repos/OWNER/REPO/statuses/${pactbroker.consumerVersionNumber}}. */
    GITHUB("application/vnd.github+json", """
            {"state": "${pactbroker.githubVerificationStatus}",
             "context": "contract/${pactbroker.providerName}",
             "description": "Contract with ${pactbroker.providerName} ${pactbroker.providerVersionNumber}",
             "target_url": "${pactbroker.verificationResultUrl}"}"""),
    /** A commit status of GitLab: {@code POST https://gitlab.com/api/v4/projects/ID/statuses/${pactbroker.consumerVersionNumber}}. */
    GITLAB("*/*", """
            {"state": "${pactbroker.gitlabVerificationStatus}",
             "name": "contract/${pactbroker.providerName}",
             "description": "Contract with ${pactbroker.providerName} ${pactbroker.providerVersionNumber}",
             "target_url": "${pactbroker.verificationResultUrl}"}"""),
    /** A message to an incoming webhook of Slack. */
    SLACK("*/*", """
            {"text": "${pactbroker.eventName}: <${pactbroker.pactUrl}|contract of ${pactbroker.consumerName}\
             ${pactbroker.consumerVersionNumber} (${pactbroker.consumerVersionBranch}) with ${pactbroker.providerName}\
             ${pactbroker.providerVersionNumber}>, verification: ${pactbroker.githubVerificationStatus}"}"""),
    /** A card for a workflow of Teams that posts what a webhook brings. */
    TEAMS("*/*", """
            {"type": "message", "attachments": [{
              "contentType": "application/vnd.microsoft.card.adaptive",
              "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
                "body": [
                  {"type": "TextBlock", "weight": "Bolder", "wrap": true,
                   "text": "${pactbroker.eventName}"},
                  {"type": "TextBlock", "wrap": true,
                   "text": "Contract of ${pactbroker.consumerName} ${pactbroker.consumerVersionNumber}\
             (${pactbroker.consumerVersionBranch}) with ${pactbroker.providerName} ${pactbroker.providerVersionNumber}"},
                  {"type": "TextBlock", "wrap": true,
                   "text": "Verification: ${pactbroker.githubVerificationStatus}"}],
                "actions": [{"type": "Action.OpenUrl", "title": "The contract", "url": "${pactbroker.pactUrl}"}]}}]}""");

    private final String accept;
    private final String body;

    ReadyBody(String accept, String body) {
        this.accept = accept;
        this.body = body;
    }

    /**
     * The body of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReadyBody of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no template \"" + name + "\", but "
                        + Arrays.stream(values()).map(ReadyBody::text).collect(Collectors.joining(", "))));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the receiver needs to be told. */
    public Map<String, String> headers() {
        return Map.of("Accept", accept, "Content-Type", "application/json");
    }

    public JsonValue body() {
        return JsonReader.read(body);
    }
}
