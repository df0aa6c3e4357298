package dev.contract.broker.domain.selection;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's build asks for.
 *
 * @param selectors what it wants; the sensible ones when there are none
 * @param branch the branch of the provider that is built; null when nobody said
 * @param tags the tags of the provider version that is built
 * @param pending whether it wants to know which pacts may fail without failing the build
 * @param wipSince since when work in progress is wanted; null when it is not
 */
public record Wishes(
        List<Selector> selectors,
        @Nullable BranchName branch,
        List<TagName> tags,
        boolean pending,
        @Nullable Instant wipSince) {
    public Wishes {
        selectors = List.copyOf(selectors);
        tags = List.copyOf(tags);
    }

    /**
     * One wish.
     *
     * @param consumer whose pacts; null for all
     */
    public record Selector(Choice choice, @Nullable PacticipantName consumer) {}
}
