package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells the webhooks that are concerned what happened: each gets a row in the queue, to be run once this transaction is over. */
public final class Events {
    private final Transaction kept;
    private final Addresses addresses;
    private final Instant now;

    /**
     * An event that happened.
     *
     * @param why in a few words; empty where the event says it all
     * @param webhooks those it triggered
     */
    public record Raised(WebhookEvent event, String why, List<Webhook> webhooks) {
        public Raised {
            webhooks = List.copyOf(webhooks);
        }
    }

    public Events(Transaction kept, Addresses addresses, Instant now) {
        this.kept = kept;
        this.addresses = addresses;
        this.now = now;
    }

    /**
     * A contract was published.
     *
     * @param again whether the version had this very contract already
     */
    public List<Raised> published(Pact pact, boolean again) {
        List<Webhook> concerned = concerned(pact);
        List<Raised> raised = new ArrayList<>();
        raised.add(raise(WebhookEvent.CONTRACT_PUBLISHED, "", concerned, latest(pact)));
        Optional<String> change = again ? Optional.empty() : ContentChange.of(pact, kept);
        change.ifPresent(why -> raised.add(raise(WebhookEvent.CONTRACT_CONTENT_CHANGED, why, concerned, latest(pact))));
        if (!waiting(WebhookEvent.CONTRACT_REQUIRING_VERIFICATION_PUBLISHED, concerned)
                .isEmpty()) {
            MissingResult.of(pact, kept)
                    .forEach(missing -> raised.add(raise(
                            WebhookEvent.CONTRACT_REQUIRING_VERIFICATION_PUBLISHED,
                            "by " + missing.provider() + ", " + missing.description(),
                            concerned,
                            parameters(pact).of(missing))));
        }
        return raised;
    }

    /** A result was published for a contract. */
    public List<Raised> verified(Pact pact, Verification result) {
        List<Webhook> concerned = concerned(pact);
        Parameters parameters = parameters(pact).of(result);
        return List.of(
                raise(WebhookEvent.PROVIDER_VERIFICATION_PUBLISHED, "", concerned, parameters),
                raise(
                        result.success()
                                ? WebhookEvent.PROVIDER_VERIFICATION_SUCCEEDED
                                : WebhookEvent.PROVIDER_VERIFICATION_FAILED,
                        "",
                        concerned,
                        parameters));
    }

    /** A provider version said what it promises: a matter of its own with each consumer, and of the newest contract of that. */
    public List<Raised> described(Version provider) {
        List<Raised> raised = new ArrayList<>();
        for (Party consumer : kept.pacticipants().consumersOf(provider.owner())) {
            kept.pacts()
                    .latest(consumer, provider.owner())
                    .ifPresent(pact -> raised.add(raise(
                            WebhookEvent.PROVIDER_CONTRACT_PUBLISHED,
                            "",
                            concerned(pact),
                            parameters(pact).of(provider))));
        }
        return raised;
    }

    private List<Webhook> concerned(Pact pact) {
        Party consumer = pact.consumer().owner();
        List<Webhook> candidates = kept.webhooks().naming(consumer, pact.provider());
        if (candidates.isEmpty()) {
            return candidates;
        }
        List<String> labels = kept.pacticipants().labels(consumer);
        List<String> providers = kept.pacticipants().labels(pact.provider());
        return candidates.stream()
                .filter(webhook -> webhook.details().isAbout(consumer, labels, pact.provider(), providers))
                .toList();
    }

    private static List<Webhook> waiting(WebhookEvent event, List<Webhook> concerned) {
        return concerned.stream()
                .filter(webhook -> webhook.details().events().contains(event))
                .toList();
    }

    private Parameters parameters(Pact pact) {
        return new Parameters(pact, kept, addresses);
    }

    /** What is known of a content that others had published before: its newest result. */
    private Parameters latest(Pact pact) {
        return kept.verifications().newest(pact.contentId(), 1).stream()
                .findFirst()
                .map(parameters(pact)::of)
                .orElseGet(() -> parameters(pact));
    }

    private Raised raise(WebhookEvent event, String why, List<Webhook> concerned, Parameters parameters) {
        List<Webhook> waiting = waiting(event, concerned);
        for (Webhook webhook : waiting) {
            kept.deliveries()
                    .add(
                            UUID.randomUUID().toString(),
                            webhook,
                            new Delivery.Cause(event, parameters.pact(), parameters.result()),
                            parameters.values(event),
                            now);
        }
        return new Raised(event, why, waiting);
    }
}
