package dev.contract.broker.domain;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What providers say of themselves, and what came of comparing pacts with that. */
public interface ProviderContracts {

    /** A content and a document that belong together. */
    record Pair(long contentId, long documentId) {}

    /**
     * A document as it arrives.
     *
     * @param selfVerified whether the provider's own tests passed; null when nobody said
     * @param selfVerification what was said of these tests; empty when nothing was
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
    record Arriving(
            Version provider,
            String contentType,
            ContentSha sha,
            byte[] content,
            @Nullable Boolean selfVerified,
            JsonObject selfVerification) {}

    /** Whether any provider has said anything: where none has, nothing has to be looked up. */
    boolean any();

    Optional<ProviderContract> find(Version provider);

    /** Publishes a document for a version, in place of the one that it has. */
    ProviderContract publish(Arriving arriving, Instant now);

    /** The document of this name; empty when the provider has none. */
    Optional<Long> document(Party provider, ContentSha sha);

    /** The text of a document as it was published. */
    byte[] content(long documentId);

    /** What the document is called by its type: how it is to be read. Empty when there is no such document any longer. */
    Optional<String> contentType(long documentId);

    /** What was said of the provider's own tests; empty when nothing was. */
    JsonObject selfVerification(Version provider);

    /** What came of a comparison; empty when it was not made yet. Then, and when it was not finished, it is one of those {@link #missed}. */
    Optional<Comparison> comparison(Pair pair);

    /** The comparisons that were looked for in vain in this transaction: with them its answers may be others. */
    List<Pair> missed();

    /** Everything that was found by a comparison. */
    JsonArray findings(Comparison comparison);

    /** Keeps what came of a comparison, in place of one that was not finished. */
    void remember(Comparison comparison, JsonArray findings);

    /** What the branch heads and live versions of a provider say of themselves, newest version first. */
    List<ProviderContract> inUse(Party provider);

    /** The contents on which branch heads and live versions of a provider's consumers rely. */
    List<Long> contentsInUse(Party provider);

    /** Those of {@link #contentsInUse} and of the documents {@link #inUse} that were not compared yet, so many at the most. */
    List<Pair> missing(Party provider, int most);
}
