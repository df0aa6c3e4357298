package dev.contract.broker.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order several versions can be deployed.
 *
 * @param errors why the question cannot be answered
 * @param answer null when nothing was asked
 */
public record PlanPage(
        Frame frame,
        Question question,
        List<String> errors,
        @Nullable Answer answer) implements Page {
    public PlanPage {
        errors = List.copyOf(errors);
    }

    /** What was asked, with room for one more, and what can be chosen. */
    public record Question(
            List<Entry> versions, String environment, List<String> applications, List<String> environments) {
        public Question {
            versions = List.copyOf(versions);
            applications = List.copyOf(applications);
            environments = List.copyOf(environments);
        }
    }

    /** A version to be deployed; texts are empty where nothing was said. */
    public record Entry(String application, String version) {}

    /**
     * The answer.
     *
     * @param steps in this order; empty when there is none
     * @param obstacles why there is no order, a sentence each; empty when there is one
     */
    public record Answer(Mark word, String sentence, List<Step> steps, List<String> obstacles) {
        public Answer {
            steps = List.copyOf(steps);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * A deployment.
     *
     * @param reasons why it cannot come earlier
     * @param command by which it is recorded
     */
    public record Step(Ref application, Ref version, List<String> reasons, String command) {
        public Step {
            reasons = List.copyOf(reasons);
        }
    }
}
