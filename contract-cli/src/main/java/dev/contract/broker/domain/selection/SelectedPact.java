package dev.contract.broker.domain.selection;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pact that is to be verified.
 *
 * @param versions the consumer versions it was selected for, all with this content, the newest first
 * @param reasons why, each in a few words
 * @param pending whether a failure must not fail the build; null when nobody asked
 * @param wip whether nobody asked for it by name: it is new work of a consumer
 */
public record SelectedPact(
        Pact pact,
        List<Version> versions,
        List<String> reasons,
        @Nullable Boolean pending,
        boolean wip) {
    public SelectedPact {
        versions = List.copyOf(versions);
        reasons = List.copyOf(reasons);
    }

    /** The reasons in one line: stable, for it becomes part of test names. */
    public String description() {
        return String.join(", ", reasons);
    }
}
