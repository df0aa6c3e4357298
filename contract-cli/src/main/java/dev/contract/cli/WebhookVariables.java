package dev.contract.cli;

import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.webhook.RetrySchedule;
import dev.contract.broker.egress.EgressRules;
import dev.contract.broker.store.Vault;
import java.util.List;
import java.util.stream.Collectors;

/** How a broker runs webhooks, as variables say it, and options that stand for them: the names are those that its operators know. */
record WebhookVariables(Surroundings surroundings) {

    DeliverySettings settings() {
        return new DeliverySettings(
                EgressRules.of(
                        BrokerSetting.WEBHOOK_SCHEME_WHITELIST.wordsIn(surroundings),
                        BrokerSetting.WEBHOOK_HTTP_METHOD_WHITELIST.wordsIn(surroundings),
                        BrokerSetting.WEBHOOK_HOST_WHITELIST.wordsIn(surroundings)),
                schedule(),
                numbers(BrokerSetting.WEBHOOK_HTTP_CODE_SUCCESS).stream()
                        .map(Long::intValue)
                        .collect(Collectors.toSet()));
    }

    private RetrySchedule schedule() {
        return RetrySchedule.ofSeconds(numbers(BrokerSetting.WEBHOOK_RETRY_SCHEDULE).stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** How secrets are kept: a key never stands on a command line. */
    Vault vault() {
        String key = BrokerSetting.SECRET_KEY.in(surroundings);
        return key.isEmpty() ? Vault.OPEN : Vault.withKey(key);
    }

    private List<Long> numbers(BrokerSetting setting) {
        List<String> words = setting.wordsIn(surroundings);
        if (words.stream().anyMatch(word -> !word.matches("[0-9]{1,6}"))) {
            throw new WrongUsage(setting.variable() + " is not a list of whole numbers: " + String.join(" ", words));
        }
        return words.stream().map(Long::valueOf).toList();
    }
}
