package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookParty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The enabled webhooks, for many contracts at once.
 *
 * @param labelled the ids of the applications with each label that one of them names
 */
record WaitingWebhooks(List<Webhook> enabled, Map<String, Set<Long>> labelled) {

    static WaitingWebhooks in(Transaction kept) {
        List<Webhook> enabled = kept.webhooks().all().stream()
                .filter(webhook -> webhook.details().enabled())
                .toList();
        Map<String, Set<Long>> labelled = new HashMap<>();
        enabled.stream()
                .flatMap(webhook -> Stream.of(
                        webhook.details().consumer(), webhook.details().provider()))
                .map(WebhookParty::label)
                .filter(Objects::nonNull)
                .forEach(label -> labelled.computeIfAbsent(label, name -> ids(name, kept)));
        return new WaitingWebhooks(enabled, labelled);
    }

    private static Set<Long> ids(String label, Transaction kept) {
        return kept.pacticipants().labelled(label).stream()
                .map(application -> application.party().id())
                .collect(Collectors.toSet());
    }

    /** Whether one of them is told of a contract. */
    boolean areAbout(Pact pact) {
        Party consumer = pact.consumer().owner();
        return enabled.stream().anyMatch(webhook -> webhook.details()
                .isAbout(consumer, labels(consumer), pact.provider(), labels(pact.provider())));
    }

    private List<String> labels(Party party) {
        return labelled.entrySet().stream()
                .filter(label -> label.getValue().contains(party.id()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
