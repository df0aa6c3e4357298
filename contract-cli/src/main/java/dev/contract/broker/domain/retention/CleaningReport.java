package dev.contract.broker.domain.retention;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.VersionNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was removed, or would be.
 *
 * @param contents contracts that no version has any more and no result is of; 0 when nothing was done
 * @param results that newer ones of the same contract and provider version stand for; 0 when nothing was done
 * @param branches that nobody has put a version on for long
 * @param deliveries triggered webhooks that are over for long; 0 when nothing was done
 */
public record CleaningReport(
        boolean dryRun, List<OfApplication> applications, long contents, long results, long branches, long deliveries) {

    /**
     * The versions of one application.
     *
     * @param first the oldest that goes; null when none does
     * @param last the newest that goes
     */
    public record OfApplication(
            PacticipantName name,
            long removed,
            long kept,
            @Nullable VersionNumber first,
            @Nullable VersionNumber last) {}

    public long removed() {
        return applications.stream().mapToLong(OfApplication::removed).sum();
    }

    public long kept() {
        return applications.stream().mapToLong(OfApplication::kept).sum();
    }
}
