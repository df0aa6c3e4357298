package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was triggered, and at the same time the queue of what is still to be run.
 *
 * <p>Whoever wants to run something claims it for a while. When that while is over and nothing was heard, its process is taken for dead,
 * and it can be claimed again.
 */
public interface Deliveries {

    /** A delivery that is the caller's alone until the claim ends. */
    record Claim(Delivery delivery, String owner) {}

    /** Puts a delivery into the queue, due at once. */
    Delivery add(String uuid, Webhook webhook, Delivery.Cause cause, Map<String, String> parameters, Instant now);

    /** When something is to be run next, or may be claimed again; empty when nothing waits. */
    Optional<Instant> nextDue();

    /**
     * Claims what has been due for longest and is nobody else's.
     *
     * @param owner a text that nobody else uses
     * @param until when the claim ends
     */
    Optional<Claim> claim(String owner, Instant now, Instant until);

    /**
     * Records an attempt and gives the claim back.
     *
     * @param retryAt when to try again; null when it is over
     * @return false, with nothing recorded, when the claim ended meanwhile
     */
    boolean finish(Claim claim, Delivery.Attempt attempt, @Nullable Instant retryAt);

    Optional<Delivery> find(String uuid);

    /** What the publication of a pact triggered, and results for it, the newest first. */
    List<Delivery> of(Pact pact);

    /** What a result triggered, the newest first. */
    List<Delivery> of(Verification result);

    /** The newest delivery of each webhook and event, for contracts between two applications. */
    List<Delivery> newest(Party consumer, Party provider);

    /** The newest delivery of each webhook and event that these pacts triggered, or results for them, by the key of the pact. */
    Map<Long, List<Delivery>> newest(Collection<Pact> pacts);

    /** The newest of all, the newest first. */
    List<Delivery> newest(Slice slice);

    /** The newest of one webhook, the newest first. */
    List<Delivery> newest(Webhook webhook, Slice slice);

    /** The oldest first. */
    List<Delivery.Attempt> attempts(Delivery delivery);
}
