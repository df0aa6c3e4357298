package dev.contract.broker.domain.fact;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import java.time.Instant;
import java.util.Optional;

/** A version by its names. */
public record VersionKey(PacticipantName application, VersionNumber number) {

    public static VersionKey of(Version version) {
        return new VersionKey(version.owner().name(), version.number());
    }

    /** The version, which is made with its application where it is missing: whoever mentions a version makes it. */
    Version ensure(Transaction kept, Instant at) {
        return kept.versions()
                .ensure(kept.pacticipants().ensure(application, at).value().party(), number, at)
                .value();
    }

    Optional<Version> find(Transaction kept) {
        return kept.pacticipants().find(application).flatMap(owner -> kept.versions()
                .find(owner.party(), number));
    }
}
