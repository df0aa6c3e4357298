package dev.contract.broker.delivery;

import dev.contract.broker.domain.Deliveries;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.RetrySchedule;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.egress.EgressRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what webhooks are to tell, one at a time for each caller. Thread-safe; several processes may share a store.
 *
 * <p>A claim lasts four times as long as an exchange may, so that it ends only when its process is gone. The same event may then be
 * delivered twice, when the process died between the answer of the receiver and the note of it; never lost.
 */
public final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration CLAIM = Egress.LONGEST.multipliedBy(4);

    private final Store store;
    private final Egress egress;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Sending sending;

    public Courier(Store store, Egress egress, DeliverySettings settings, Clock clock) {
        this.store = store;
        this.egress = egress;
        this.settings = settings;
        this.clock = clock;
        this.sending = new Sending(egress, settings);
    }

    public EgressRules rules() {
        return egress.rules();
    }

    public RetrySchedule schedule() {
        return settings.schedule();
    }

    /** Sends a request, for whoever wants to see what comes of it. */
    public Execution execute(WebhookRequest request, Map<String, String> parameters) {
        return sending.send(request, parameters);
    }

    /** How long until something is due: zero when it is, empty when nothing waits. */
    public Optional<Duration> untilNext() {
        return store.<Optional<Instant>>read(kept -> kept.deliveries().nextDue())
                .map(due -> Duration.between(clock.instant(), due))
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
    }

    /** Delivers what has been due for longest; false when nothing is due. */
    public boolean deliverNext() {
        if (untilNext().filter(Duration::isZero).isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Optional<Deliveries.Claim> claim =
                store.write(kept -> kept.deliveries().claim(UUID.randomUUID().toString(), now, now.plus(CLAIM)));
        claim.ifPresent(this::deliver);
        return claim.isPresent();
    }

    private void deliver(Deliveries.Claim claim) {
        Instant at = clock.instant();
        Tried tried = attempt(claim.delivery());
        int number = claim.delivery().attempts() + 1;
        Instant retryAt = tried.mayTryAgain() ? retryAt(number) : null;
        Delivery.Attempt attempt = new Delivery.Attempt(number, at, tried.success(), log(tried, retryAt));
        store.write(kept -> kept.deliveries().finish(claim, attempt, retryAt));
    }

    /** What came of an attempt, sent or not. */
    private record Tried(boolean success, boolean mayTryAgain, String log) {
        static Tried of(Execution execution) {
            return new Tried(execution.success(), !execution.success() && execution.mayTryAgain(), execution.log());
        }

        static Tried notSent(boolean mayTryAgain, String why) {
            return new Tried(false, mayTryAgain, "Not sent: " + why + ".\n");
        }
    }

    /** A webhook whose secrets need a key that is not here keeps nobody else waiting, and a fault of ours is not met for ever. */
    private Tried attempt(Delivery delivery) {
        try {
            return store.read(kept -> request(kept, delivery))
                    .map(template -> Tried.of(sending.send(template, delivery.parameters())))
                    .orElseGet(() -> Tried.notSent(false, "the webhook was deleted or disabled before it could be"));
        } catch (StoreTrouble e) {
            if (e.kind() != StoreTrouble.Kind.LOCKED) {
                throw e;
            }
            return Tried.notSent(
                    true, "the request is encrypted, and this broker has not the key (CONTRACT_BROKER_SECRET_KEY)");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a delivery of the webhook " + delivery.webhook() + " failed", e);
            return Tried.notSent(true, "this is a fault in the broker, and its log tells more");
        }
    }

    /** The webhook as it is now: whoever corrects one does so for what still waits, too. */
    private static Optional<WebhookRequest> request(Transaction kept, Delivery delivery) {
        return kept.webhooks()
                .find(delivery.webhook())
                .filter(webhook -> webhook.details().enabled())
                .map((Webhook webhook) -> kept.webhooks().request(webhook));
    }

    private @Nullable Instant retryAt(int attempts) {
        return settings.schedule()
                .after(attempts)
                .map(pause -> clock.instant().plus(pause))
                .orElse(null);
    }

    private static String log(Tried tried, @Nullable Instant retryAt) {
        if (tried.success()) {
            return tried.log() + "Delivered.\n";
        }
        return tried.log()
                + (retryAt == null ? "Not delivered, and not tried again.\n" : "Tried again at " + retryAt + ".\n");
    }
}
