package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Version;
import java.util.List;
import java.util.Optional;

/** What a publication came to. */
public record Published(
        Created<Version> version, Optional<BranchMember> branch, List<Tag> tags, List<Published.Contract> contracts) {
    public Published {
        tags = List.copyOf(tags);
        contracts = List.copyOf(contracts);
    }

    /** What became of one contract. */
    public enum Outcome {
        /** The version had no pact with the provider before. */
        CREATED,
        /** It had the same one. */
        UNCHANGED,
        /** It had another one, which is replaced. */
        OVERWRITTEN,
        /** It had another one, to which the interactions were added. */
        MERGED
    }

    /**
     * One contract as it stands now.
     *
     * @param firstContent whether this content was never published before
     */
    public record Contract(Pact pact, Outcome outcome, boolean firstContent) {}
}
