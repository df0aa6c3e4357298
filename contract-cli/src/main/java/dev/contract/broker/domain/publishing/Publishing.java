package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.publishing.Publication.Document;
import dev.contract.broker.domain.publishing.Publication.OnConflict;
import dev.contract.broker.domain.publishing.Published.Outcome;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Publishes contracts: version, branch and tags first, then the contracts, all or nothing.
 *
 * <p>The pact of a version is a promise: publishing it again with other content would change what was verified under its name, so
 * it is refused unless the policies allow it.
 */
public final class Publishing {
    private final Transaction kept;
    private final Policies policies;
    private final Instant now;
    private final Arrivals arrivals;

    public Publishing(Transaction kept, Policies policies, Instant now) {
        this.kept = kept;
        this.policies = policies;
        this.now = now;
        this.arrivals = new Arrivals(kept, policies, now);
    }

    /**
     * Records everything that the publication holds, and what follows from it.
     *
     * @throws Refusal if a name looks like a known one, or a pact of this version has other content
     */
    public Published publish(Publication publication) {
        checkNames(publication);
        Arrivals.Arrived arrived = arrivals.build(publication.build());
        Version consumer = arrived.version().value();
        List<Published.Contract> contracts = publication.documents().stream()
                .map(document -> publish(consumer, document))
                .toList();
        return new Published(arrived.version(), arrived.branch(), arrived.tags(), contracts);
    }

    private void checkNames(Publication publication) {
        if (policies.refuseLookAlikes()) {
            Set<PacticipantName> names = new LinkedHashSet<>(List.of(publication.consumer()));
            publication.documents().forEach(document -> names.add(document.provider()));
            LookAlikes.check(names, kept.pacticipants());
        }
    }

    private Published.Contract publish(Version consumer, Document document) {
        Party provider = arrivals.application(document.provider()).party();
        Optional<Pact> before = kept.pacts().find(consumer, provider);
        PactContent arriving = content(consumer, provider, document.content(), document.text());
        if (before.isEmpty()) {
            return store(consumer, provider, arriving, Outcome.CREATED);
        }
        Pact old = before.get();
        if (old.sha().equals(arriving.sha())) {
            return new Published.Contract(old, Outcome.UNCHANGED, false);
        }
        return document.onConflict() == OnConflict.MERGE ? merge(old, arriving) : overwrite(old, arriving);
    }

    /** Under the name that it has here already: what came from another broker keeps its name, and the results that go by it. */
    private PactContent content(Version consumer, Party provider, JsonValue document, byte[] text) {
        PactContent content = ContentIdentity.of(document, text);
        return kept.pacts()
                .nameOf(consumer.owner(), provider, content.identity())
                .map(content::named)
                .orElse(content);
    }

    private Published.Contract store(Version consumer, Party provider, PactContent content, Outcome outcome) {
        kept.pacticipants().integrate(consumer.owner(), provider, now);
        boolean first =
                kept.pacts().content(consumer.owner(), provider, content.sha()).isEmpty();
        return new Published.Contract(kept.pacts().publish(consumer, provider, content, now), outcome, first);
    }

    /** The sha is that of the merged document: a part of it says nothing about the whole. */
    private Published.Contract merge(Pact old, PactContent arriving) {
        JsonValue stored = kept.pacts().document(old.contentId());
        if (!(stored instanceof JsonObject base) || !(arriving.document() instanceof JsonObject added)) {
            return overwrite(old, arriving);
        }
        JsonObject merged = ContentMerge.merge(base, added);
        PactContent content =
                content(old.consumer(), old.provider(), merged, merged.toJson().getBytes(StandardCharsets.UTF_8));
        return content.sha().equals(old.sha())
                ? new Published.Contract(old, Outcome.UNCHANGED, false)
                : store(old.consumer(), old.provider(), content, Outcome.MERGED);
    }

    private Published.Contract overwrite(Pact old, PactContent arriving) {
        if (!policies.overwriteContent()) {
            String diff = ContentDiff.between(kept.pacts().document(old.contentId()), arriving.document());
            throw Refusal.conflict(
                    "contracts",
                    explanation(old),
                    List.of(new Notice(Notice.Tone.ERROR, explanation(old)), new Notice(Notice.Tone.INFO, diff)));
        }
        return store(old.consumer(), old.provider(), arriving, Outcome.OVERWRITTEN);
    }

    private static String explanation(Pact old) {
        return "The contract of " + old.consumer() + " with " + old.provider()
                + " is published already with other content, and a version keeps its contract. Is an example value random, or a time"
                + " of today? Fix it in the consumer test; or publish the changed contract under a new version number.";
    }
}
