package dev.contract.cli;

import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.webhook.RetrySchedule;
import dev.contract.broker.egress.EgressRules;
import dev.contract.broker.store.Vault;
import java.util.List;
import java.util.stream.Collectors;

/** How a broker runs webhooks, by variables alone: the names are those that its operators know. */
record WebhookVariables(Surroundings surroundings) {

    DeliverySettings settings() {
        return new DeliverySettings(
                EgressRules.of(
                        words("PACT_BROKER_WEBHOOK_SCHEME_WHITELIST", "https"),
                        words("PACT_BROKER_WEBHOOK_HTTP_METHOD_WHITELIST", "POST"),
                        words("PACT_BROKER_WEBHOOK_HOST_WHITELIST", "")),
                schedule(),
                numbers("PACT_BROKER_WEBHOOK_HTTP_CODE_SUCCESS").stream()
                        .map(Long::intValue)
                        .collect(Collectors.toSet()));
    }

    private RetrySchedule schedule() {
        List<Long> seconds = numbers("PACT_BROKER_WEBHOOK_RETRY_SCHEDULE");
        return seconds.isEmpty()
                ? RetrySchedule.DEFAULT
                : RetrySchedule.ofSeconds(
                        seconds.stream().mapToLong(Long::longValue).toArray());
    }

    /** How secrets are kept: a key never stands on a command line. */
    Vault vault() {
        String key = surroundings.variable("CONTRACT_BROKER_SECRET_KEY");
        return key == null ? Vault.OPEN : Vault.withKey(key);
    }

    private List<String> words(String variable, String otherwise) {
        String text = surroundings.variable(variable);
        String words = (text == null ? otherwise : text).strip();
        return words.isEmpty() ? List.of() : List.of(words.split("[\\s,]+"));
    }

    private List<Long> numbers(String variable) {
        List<String> words = words(variable, "");
        if (words.stream().anyMatch(word -> !word.matches("[0-9]{1,6}"))) {
            throw new WrongUsage(variable + " is not a list of whole numbers: " + String.join(" ", words));
        }
        return words.stream().map(Long::valueOf).toList();
    }
}
