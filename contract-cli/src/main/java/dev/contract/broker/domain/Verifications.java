package dev.contract.broker.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verification results. */
public interface Verifications {

    /** A result as it arrives. */
    record Arriving(
            long contentId,
            Version provider,
            boolean success,
            @Nullable String buildUrl,
            boolean wip,
            @Nullable Boolean pending,
            VerificationDetails details) {}

    Verification add(Arriving result, Instant now);

    Optional<Verification> find(long number);

    VerificationDetails details(long number);

    /** The newest result of a content by a provider version. */
    Optional<Verification> newest(long contentId, Version provider);

    /** The newest result of a content by each provider version that has one, newest version first. */
    List<Verification> newest(long contentId);

    /** As {@link #newest(long)}, of at most so many provider versions. */
    List<Verification> newest(long contentId, int most);

    /** Every result of a content, newest first. */
    List<Verification> all(long contentId);

    /** The result of a content that came last, from whichever provider version. */
    Optional<Verification> last(long contentId);

    /** The result that came last for any content of the two. */
    Optional<Verification> lastBetween(Party consumer, Party provider);

    /** Whether any result of a content was a success, even if a newer one was not. */
    boolean hasSuccess(long contentId);

    /** Whether a version has published any result. */
    boolean hasResultBy(Version provider);

    /** The newest result for each content that this provider version verified. */
    List<Verification> newestBy(Version provider);

    /** Every result of this provider version. */
    List<Verification> allBy(Version provider);

    /** Since when there is a success from this branch; {@code wip} tells the two kinds of result apart. */
    Optional<Instant> firstSuccess(long contentId, Branch branch, boolean wip);

    /** The first success from any other branch than this one. */
    Optional<Instant> firstSuccessElsewhere(long contentId, @Nullable Branch branch, boolean wip);

    /** As {@link #firstSuccess(long, Branch, boolean)} by the tag of the provider version. */
    Optional<Instant> firstSuccess(long contentId, TagName tag, boolean wip);

    /** As {@link #firstSuccessElsewhere(long, Branch, boolean)} by the tag of the provider version. */
    Optional<Instant> firstSuccessElsewhere(long contentId, TagName tag, boolean wip);

    void delete(Verification result);
}
