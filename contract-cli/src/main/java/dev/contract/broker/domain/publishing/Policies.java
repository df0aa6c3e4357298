package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.BranchName;
import java.util.List;

/**
 * What a broker does of its own accord when data arrives.
 *
 * @param mainBranchCandidates a branch or tag of this name becomes the main branch of an application that has none; empty for never
 * @param firstTagIsBranch whether the first tag of a version that is seconds old is taken for its branch: older clients know no branches
 * @param tagsAreDeployments whether a tag with the name of an environment records a deployment there
 * @param refuseLookAlikes whether a new name that looks like a known one is refused
 * @param overwriteContent whether the pact of a version may be published again with other content
 */
public record Policies(
        List<BranchName> mainBranchCandidates,
        boolean firstTagIsBranch,
        boolean tagsAreDeployments,
        boolean refuseLookAlikes,
        boolean overwriteContent) {
    public static final Policies DEFAULT = new Policies(
            List.of(new BranchName("develop"), new BranchName("main"), new BranchName("master")),
            true,
            true,
            true,
            false);

    public Policies {
        mainBranchCandidates = List.copyOf(mainBranchCandidates);
    }
}
