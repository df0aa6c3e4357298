package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consumer version with its contracts, as a build publishes them in one go. */
public record Publication(
        PacticipantName consumer,
        VersionNumber version,
        @Nullable BranchName branch,
        List<TagName> tags,
        @Nullable String buildUrl,
        List<Document> documents) {
    public Publication {
        tags = List.copyOf(tags);
        documents = List.copyOf(documents);
    }

    Build build() {
        return new Build(consumer, version, branch, tags, buildUrl);
    }

    /** What to do when the version has a pact with the provider already. */
    public enum OnConflict {
        /** Equal content is fine, other content is refused unless the broker's policies allow it. */
        OVERWRITE,
        /** The interactions are added to the ones that are there. */
        MERGE
    }

    /**
     * A contract with a provider.
     *
     * @param text the bytes it was parsed from
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
    public record Document(PacticipantName provider, JsonValue content, byte[] text, OnConflict onConflict) {}
}
