package dev.contract.broker.page;

import java.util.List;

/**
 * Which versions work together.
 *
 * @param sides what was asked about, two of them; empty texts where nothing was said
 * @param errors why the question cannot be answered
 * @param more where all rows are; leads nowhere when all are shown
 */
public record MatrixPage(
        Frame frame, List<Side> sides, Choices choices, List<String> errors, List<ResultRow> rows, int total, Ref more)
        implements Page {
    public MatrixPage {
        sides = List.copyOf(sides);
        errors = List.copyOf(errors);
        rows = List.copyOf(rows);
    }

    /** Whether anything was asked. */
    public boolean isAsked() {
        return sides.stream().anyMatch(side -> !side.application().isEmpty());
    }

    /** An application, and which of its versions. */
    public record Side(String application, String version, String branch, String tag, boolean latest) {}

    /**
     * What can be chosen, and what is.
     *
     * @param applications the names of some, to choose from
     */
    public record Choices(
            List<String> applications,
            List<String> environments,
            String environment,
            boolean mainBranch,
            String latestBy,
            List<String> states) {
        public Choices {
            applications = List.copyOf(applications);
            environments = List.copyOf(environments);
            states = List.copyOf(states);
        }

        public boolean has(String state) {
            return states.isEmpty() || states.contains(state);
        }
    }
}
