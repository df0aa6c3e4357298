package dev.contract.broker.domain;

import dev.contract.core.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The pacts: publications and the contents that they share. */
public interface Pacts {

    /** The pact of a consumer version with a provider: its highest revision. */
    Optional<Pact> find(Version consumer, Party provider);

    /** The pacts of a consumer version, one for each provider, by the provider's name. */
    List<Pact> of(Version consumer);

    /** As {@link #of(Version)}, with the revisions that were overwritten. */
    List<Pact> revisionsOf(Version consumer);

    /** The pacts of all versions of a consumer with a provider, newest version first. */
    List<Pact> between(Party consumer, Party provider);

    /** Those of {@link #between} whose consumer version is on a branch. */
    List<Pact> onBranch(Party consumer, Party provider, BranchName branch, Slice slice);

    /** Those of {@link #between} whose consumer version has a tag. */
    List<Pact> tagged(Party consumer, Party provider, TagName tag, Slice slice);

    /** The newest of {@link #between} whose consumer version has no tag at all. */
    Optional<Pact> latestUntagged(Party consumer, Party provider);

    /** The newest of {@link #between} that is of an older consumer version and has another content. */
    Optional<Pact> previousDistinct(Pact pact);

    /** The newest pact of every two applications of which either name holds the text, whatever its case, by the names. */
    List<Pact> newest(String part, Slice slice);

    /** How many two applications there are for {@link #newest}. */
    long countPairs(String part);

    /** As {@link #between}, with the revisions that were overwritten. */
    List<Pact> revisionsBetween(Party consumer, Party provider);

    /** The providers that any version of this consumer has a pact with, by name. */
    List<Party> providersOf(Party consumer);

    /** The pact of the newest consumer version that has one with the provider. */
    Optional<Pact> latest(Party consumer, Party provider);

    /** The pact of the newest consumer version with a tag that has one with the provider. */
    Optional<Pact> latest(Party consumer, Party provider, TagName tag);

    /** A pact, and a branch at whose head it stands. */
    record AtHead(Pact pact, BranchName branch) {}

    /** The pacts with a provider that were published after an instant and stand at the heads of their consumers' branches, by consumer. */
    List<AtHead> atHeadsOfBranches(Party provider, Instant since);

    /** The pact with the same provider of the nearest older version on a branch. */
    Optional<Pact> before(Pact pact, BranchName branch);

    /** The pact with the same provider of the nearest older version with a tag. */
    Optional<Pact> before(Pact pact, TagName tag);

    /** The pact with the same provider of the nearest older version that has neither branch nor tag. */
    Optional<Pact> beforeWithoutPlace(Pact pact);

    /** The newest publication that concerns a webhook. */
    Optional<Pact> newest(Webhook.Details webhook);

    /** The publications of a content that were not overwritten, newest version first. */
    List<Pact> withContent(long contentId);

    /** The publications of a consumer, not overwritten, that a provider version has verified and last found to hold, newest version first. */
    List<Pact> honoured(Party consumer, Version provider, int most);

    /** As {@link #withContent}, with the ones that were overwritten. */
    List<Pact> revisionsWithContent(long contentId);

    /** The content of this name; empty when there is none between the two. */
    Optional<Long> content(Party consumer, Party provider, ContentSha sha);

    /** The name of the content that our own rule calls so, perhaps one that another broker gave; empty when there is none between the two. */
    Optional<ContentSha> nameOf(Party consumer, Party provider, ContentSha identity);

    /** The document as it is kept, with an {@code _id} in every interaction. */
    JsonValue document(long contentId);

    /** Adds a revision; the content is stored once. */
    Pact publish(Version consumer, Party provider, PactContent content, Instant now);

    /** Removes all revisions; a content goes with them when no other publication and no result uses it. */
    void delete(Pact pact);
}
