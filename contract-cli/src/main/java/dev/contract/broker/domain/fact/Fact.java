package dev.contract.broker.domain.fact;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.LabelName;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ProviderContracts;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened. */
public sealed interface Fact {

    /**
     * Does the same again.
     *
     * @param at when it happened
     */
    void replay(Transaction kept, Instant at);

    /** What an earlier fact has to have told of; applications and versions are made by whoever mentions them. */
    default Optional<Mentioned> needs() {
        return Optional.empty();
    }

    /** What later facts may need. */
    default Optional<Mentioned> gives() {
        return Optional.empty();
    }

    /** An application was mentioned for the first time. */
    record ApplicationMade(PacticipantName application) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.pacticipants().ensure(application, at);
        }
    }

    /**
     * People say something else about an application.
     *
     * @param value null when they say nothing any more
     */
    record ApplicationDescribed(
            PacticipantName application,
            ApplicationDetail detail,
            @Nullable String value) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            Pacticipant known = kept.pacticipants().ensure(application, at).value();
            kept.pacticipants().update(known.party(), detail.replacedIn(known.details(), value), at);
        }
    }

    record ApplicationRemoved(PacticipantName application) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.pacticipants().find(application).ifPresent(known -> kept.pacticipants()
                    .delete(known.party()));
        }
    }

    record Labelled(PacticipantName application, LabelName label) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            Party party = kept.pacticipants().ensure(application, at).value().party();
            kept.pacticipants().addLabel(party, label.value(), at);
        }
    }

    record LabelRemoved(PacticipantName application, LabelName label) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.pacticipants().find(application).ifPresent(known -> kept.pacticipants()
                    .removeLabel(known.party(), label.value()));
        }
    }

    /** A version was mentioned for the first time. */
    record VersionMade(VersionKey version) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            version.ensure(kept, at);
        }
    }

    record VersionBuilt(VersionKey version, @Nullable String buildUrl) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.versions().withBuildUrl(version.ensure(kept, at), buildUrl);
        }
    }

    record VersionRemoved(VersionKey version) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            version.find(kept).ifPresent(kept.versions()::delete);
        }
    }

    /** A version was put on a branch, which it heads from then on. */
    record BranchJoined(VersionKey version, BranchName branch) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.branches().add(version.ensure(kept, at), branch, at);
        }
    }

    record BranchLeft(VersionKey version, BranchName branch) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            version.find(kept)
                    .flatMap(known -> kept.branches().member(known, branch))
                    .ifPresent(kept.branches()::remove);
        }
    }

    record BranchRemoved(PacticipantName application, BranchName branch) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.pacticipants()
                    .find(application)
                    .flatMap(known -> kept.branches().find(known.party(), branch))
                    .ifPresent(kept.branches()::delete);
        }
    }

    record Tagged(VersionKey version, TagName tag) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.tags().add(version.ensure(kept, at), tag, at);
        }
    }

    record Untagged(VersionKey version, TagName tag) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            version.find(kept).flatMap(known -> kept.tags().find(known, tag)).ifPresent(kept.tags()::remove);
        }
    }

    /**
     * A consumer version has this pact from now on.
     *
     * @param before the content that it had until then; null when it had none
     */
    record Published(
            VersionKey consumer,
            PacticipantName provider,
            PactContent content,
            @Nullable ContentSha before) implements Fact {
        public ContentKey key() {
            return new ContentKey(consumer.application(), provider, content.sha());
        }

        @Override
        public Optional<Mentioned> gives() {
            return Optional.of(key());
        }

        /** Whether the version has a third content, which whoever published this one did not know of. */
        public boolean contradicts(Transaction kept) {
            return consumer.find(kept)
                    .flatMap(version -> kept.pacticipants().find(provider).flatMap(to -> kept.pacts()
                            .find(version, to.party())))
                    .map(Pact::sha)
                    .filter(sha -> !sha.equals(content.sha()) && !sha.equals(before))
                    .isPresent();
        }

        /** Two who published the same, neither knowing of the other, published it once. */
        @Override
        public void replay(Transaction kept, Instant at) {
            Version version = consumer.ensure(kept, at);
            Party party = kept.pacticipants().ensure(provider, at).value().party();
            kept.pacticipants().integrate(version.owner(), party, at);
            if (kept.pacts()
                    .find(version, party)
                    .filter(pact -> pact.sha().equals(content.sha()))
                    .isEmpty()) {
                kept.pacts().publish(version, party, content, at);
            }
        }
    }

    /**
     * A provider version said something of itself: its document, and how its own tests ended.
     *
     * @param selfVerified null when nobody said
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
    record Described(
            VersionKey provider,
            String contentType,
            ContentSha sha,
            byte[] content,
            @Nullable Boolean selfVerified,
            JsonObject selfVerification)
            implements Fact {
        public static Described of(ProviderContracts.Arriving arriving) {
            return new Described(
                    VersionKey.of(arriving.provider()),
                    arriving.contentType(),
                    arriving.sha(),
                    arriving.content(),
                    arriving.selfVerified(),
                    arriving.selfVerification());
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            kept.providerContracts()
                    .publish(
                            new ProviderContracts.Arriving(
                                    provider.ensure(kept, at),
                                    contentType,
                                    sha,
                                    content,
                                    selfVerified,
                                    selfVerification),
                            at);
        }
    }

    record PactRemoved(VersionKey consumer, PacticipantName provider) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            consumer.find(kept)
                    .flatMap(version -> kept.pacticipants().find(provider).flatMap(party -> kept.pacts()
                            .find(version, party.party())))
                    .ifPresent(kept.pacts()::delete);
        }
    }

    /** A provider version was held against a content. Without that content it says nothing any more. */
    record Verified(
            ContentKey content,
            VersionKey provider,
            boolean success,
            @Nullable String buildUrl,
            boolean wip,
            @Nullable Boolean pending,
            VerificationDetails details)
            implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(content);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            Version version = provider.ensure(kept, at);
            content.find(kept).ifPresent(found -> kept.verifications()
                    .add(new Verifications.Arriving(found, version, success, buildUrl, wip, pending, details), at));
        }
    }

    record ResultRemoved(ContentKey content, VersionKey provider, Instant verifiedAt) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(content);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            content.find(kept).stream()
                    .flatMap(found -> kept.verifications().all(found).stream())
                    .filter(result -> VersionKey.of(result.provider()).equals(provider))
                    .filter(result -> result.verifiedAt().equals(verifiedAt))
                    .forEach(kept.verifications()::delete);
        }
    }

    /** Of two who made an environment of one name, neither knowing of the other, the later one changed that of the first. */
    record EnvironmentMade(String uuid, Environment.Details details) implements Fact {
        @Override
        public Optional<Mentioned> gives() {
            return Optional.of(new Place(details.name(), uuid));
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            Place place = new Place(details.name(), uuid);
            if (place.find(kept).isPresent()) {
                new EnvironmentChanged(place, details).replay(kept, at);
            } else {
                kept.environments().create(uuid, details, at);
            }
        }
    }

    /** Nothing changes when another environment took the name meanwhile. */
    record EnvironmentChanged(Place environment, Environment.Details details) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(environment);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            environment.find(kept).filter(known -> isFree(known, kept)).ifPresent(known -> kept.environments()
                    .update(known, details, at));
        }

        private boolean isFree(Environment known, Transaction kept) {
            return kept.environments()
                    .find(details.name())
                    .filter(other -> other.id() != known.id())
                    .isEmpty();
        }
    }

    record EnvironmentRemoved(Place environment) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(environment);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            environment.find(kept).ifPresent(kept.environments()::delete);
        }
    }

    /** Ends what was deployed on the instance before, whether or not the one who deployed knew of it. */
    record Deployed(
            VersionKey version, Place environment, @Nullable String instance, String uuid) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(environment);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            Version known = version.ensure(kept, at);
            environment
                    .find(kept)
                    .filter(there -> kept.deployments().deployment(uuid).isEmpty())
                    .ifPresent(there -> deploy(known, there, kept, at));
        }

        private void deploy(Version known, Environment there, Transaction kept, Instant at) {
            kept.deployments().current(there, known.owner(), instance).ifPresent(before -> kept.deployments()
                    .undeploy(before, at));
            kept.deployments().deploy(uuid, known, there, instance, at);
        }
    }

    /** A version is not on the instance any longer. Another one that somebody else deployed there meanwhile stays. */
    record Undeployed(
            VersionKey version, Place environment, @Nullable String instance) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(environment);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            version.find(kept).ifPresent(known -> environment
                    .find(kept)
                    .flatMap(there -> kept.deployments().current(there, known.owner(), instance))
                    .filter(current -> current.version().id() == known.id())
                    .ifPresent(current -> kept.deployments().undeploy(current, at)));
        }
    }

    record Released(VersionKey version, Place environment, String uuid) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(environment);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            Version known = version.ensure(kept, at);
            environment.find(kept).ifPresent(there -> kept.deployments().release(uuid, known, there, at));
        }
    }

    record SupportEnded(VersionKey version, Place environment) implements Fact {
        @Override
        public Optional<Mentioned> needs() {
            return Optional.of(environment);
        }

        @Override
        public void replay(Transaction kept, Instant at) {
            environment.find(kept).ifPresent(there -> version.find(kept).stream()
                    .flatMap(known -> kept.deployments().releases(known).stream())
                    .filter(released -> released.environment().id() == there.id())
                    .forEach(released -> kept.deployments().endSupport(released, at)));
        }
    }

    /** Removed with all that was between the two. */
    record IntegrationRemoved(PacticipantName consumer, PacticipantName provider) implements Fact {
        @Override
        public void replay(Transaction kept, Instant at) {
            kept.pacticipants().find(consumer).ifPresent(from -> kept.pacticipants()
                    .find(provider)
                    .flatMap(to -> kept.integrations().find(from.party(), to.party()))
                    .ifPresent(kept.integrations()::delete));
        }
    }
}
