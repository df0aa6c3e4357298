package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.ProviderContract;
import dev.contract.broker.domain.ProviderContracts;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Publishes what a provider says of itself: version, branch and tags first, then the document.
 *
 * <p>The document of a version is a promise, as the pact of a version is: other content is refused unless the policies allow it. What
 * was said of the provider's own tests may change, for they may run again.
 */
public final class ProviderPublishing {
    private final Transaction kept;
    private final Policies policies;
    private final Instant now;

    public ProviderPublishing(Transaction kept, Policies policies, Instant now) {
        this.kept = kept;
        this.policies = policies;
        this.now = now;
    }

    /**
     * What it came to.
     *
     * @param fresh whether the version had no document before
     */
    public record Done(Arrivals.Arrived arrived, ProviderContract contract, boolean fresh) {}

    /**
     * Records the version and its document.
     *
     * @throws Refusal if the name looks like a known one, or the version has another document
     */
    public Done publish(ProviderPublication publication) {
        if (policies.refuseLookAlikes()) {
            LookAlikes.check(List.of(publication.build().application()), kept.pacticipants());
        }
        Arrivals.Arrived arrived = new Arrivals(kept, policies, now).build(publication.build());
        Version provider = arrived.version().value();
        ContentSha sha = new ContentSha(sha256(publication.content()));
        Optional<ProviderContract> before = kept.providerContracts().find(provider);
        before.filter(old -> !old.sha().equals(sha)).ifPresent(this::refuseOther);
        ProviderContract contract = kept.providerContracts()
                .publish(
                        new ProviderContracts.Arriving(
                                provider,
                                publication.contentType(),
                                sha,
                                publication.content(),
                                publication.selfVerified(),
                                publication.selfVerification()),
                        now);
        return new Done(arrived, contract, before.isEmpty());
    }

    private void refuseOther(ProviderContract old) {
        if (!policies.overwriteContent()) {
            String why = "The document of " + old.provider() + " is published already with other content, and a version"
                    + " keeps its document. Publish the changed one under a new version number.";
            throw Refusal.conflict("contract", why, List.of(new Notice(Notice.Tone.ERROR, why)));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
