package dev.contract.broker.domain.matrix;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether it can be deployed, and why.
 *
 * @param success considered rows that passed
 * @param failed considered rows that failed
 * @param unknown considered rows without a result, and required pairs without a row
 * @param ignored rows that were left out
 */
public record Verdict(Answer answer, int success, int failed, int unknown, int ignored, List<Reason> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Yes, no, or nobody knows yet; only yes is a yes. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** All reasons with what to do about them, one a line. */
    public String text() {
        return reasons.stream().map(Reason::sentences).collect(Collectors.joining("\n"));
    }
}
