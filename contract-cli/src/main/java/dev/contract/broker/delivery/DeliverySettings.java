package dev.contract.broker.delivery;

import dev.contract.broker.domain.webhook.RetrySchedule;
import dev.contract.broker.egress.EgressRules;
import java.util.Set;

/**
 * How webhooks are run.
 *
 * @param successes the statuses that mean success; empty for every 2xx
 */
public record DeliverySettings(EgressRules rules, RetrySchedule schedule, Set<Integer> successes) {
    public static final DeliverySettings DEFAULT =
            new DeliverySettings(EgressRules.DEFAULT, RetrySchedule.DEFAULT, Set.of());

    public DeliverySettings {
        successes = Set.copyOf(successes);
    }

    public DeliverySettings withRules(EgressRules others) {
        return new DeliverySettings(others, schedule, successes);
    }

    boolean isSuccess(int status) {
        return successes.isEmpty() ? status >= 200 && status < 300 : successes.contains(status);
    }
}
