package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.VersionNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build says of the version that it publishes something of.
 *
 * @param url where the build can be looked at
 */
public record Build(
        PacticipantName application,
        VersionNumber version,
        @Nullable BranchName branch,
        List<TagName> tags,
        @Nullable String url) {
    public Build {
        tags = List.copyOf(tags);
    }
}
