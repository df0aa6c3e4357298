package dev.contract.broker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a pact content with a provider's document, by the comparison of this program.
 *
 * @param broken how many interactions rely on something that the document does not describe
 * @param errors how much that is
 * @param notCompared how much nobody could compare, such as messages
 * @param firstError the first of the errors in words; null when there is none
 * @param finished whether it would come out the same if it were made again; not where it took too long, or failed itself
 */
public record Comparison(
        long contentId,
        long documentId,
        int broken,
        int errors,
        int warnings,
        int notCompared,
        @Nullable String firstError,
        boolean finished,
        Instant comparedAt) {

    /** Whether the document describes all of it; null where that was not compared. */
    public @Nullable Boolean compatible() {
        if (errors > 0) {
            return false;
        }
        return notCompared > 0 ? null : true;
    }
}
