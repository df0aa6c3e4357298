package dev.contract.broker.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version can be deployed, why, and what would make it so.
 *
 * @param errors why the question cannot be answered
 * @param answer null when nothing was asked
 */
public record DeployPage(
        Frame frame,
        Question question,
        List<String> errors,
        @Nullable Answer answer) implements Page {
    public DeployPage {
        errors = List.copyOf(errors);
    }

    /** What was asked, and what can be chosen; texts are empty where nothing was said. */
    public record Question(
            String application,
            String version,
            String environment,
            String tag,
            List<String> applications,
            List<String> environments) {
        public Question {
            applications = List.copyOf(applications);
            environments = List.copyOf(environments);
        }
    }

    /**
     * The answer.
     *
     * @param word yes, no, or not known
     * @param counts {@code 2 passed, 0 failed, 1 with no result}
     * @param actions the shortest way to a yes
     * @param steps how the answer came about
     */
    public record Answer(
            Mark word,
            String sentence,
            String counts,
            List<Reason> reasons,
            List<Action> actions,
            List<ResultRow> rows,
            boolean isCut,
            List<Step> steps) {
        public Answer {
            reasons = List.copyOf(reasons);
            actions = List.copyOf(actions);
            rows = List.copyOf(rows);
            steps = List.copyOf(steps);
        }
    }

    /** One of the reasons. */
    public record Reason(Mark mark, String text, String advice, Ref contract) {}

    /** What somebody has to do, and how. */
    public record Action(String text, String command) {}

    /** One step of the way to the answer. */
    public record Step(String title, List<String> lines) {
        public Step {
            lines = List.copyOf(lines);
        }
    }
}
