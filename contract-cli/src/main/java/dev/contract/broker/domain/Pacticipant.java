package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application that takes part in contracts, as consumer, as provider or as both. */
public record Pacticipant(Party party, Details details, Instant createdAt, Instant updatedAt) {

    /** What people say about an application; all of it may be missing. */
    public record Details(
            @Nullable String displayName,
            @Nullable BranchName mainBranch,
            @Nullable String repositoryUrl,
            @Nullable String repositoryName,
            @Nullable String repositoryNamespace) {
        public static final Details NONE = new Details(null, null, null, null, null);

        public Details withMainBranch(BranchName branch) {
            return new Details(displayName, branch, repositoryUrl, repositoryName, repositoryNamespace);
        }
    }

    public PacticipantName name() {
        return party.name();
    }

    public Optional<BranchName> mainBranch() {
        return Optional.ofNullable(details.mainBranch());
    }
}
