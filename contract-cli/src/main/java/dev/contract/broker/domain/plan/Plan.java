package dev.contract.broker.domain.plan;

import dev.contract.broker.domain.Version;
import java.util.List;

/**
 * What planning found out.
 *
 * @param steps the versions in the order in which they can be deployed; empty when there is none
 * @param obstacles why there is no such order, a sentence each; empty when there is one
 */
public record Plan(List<Step> steps, List<String> obstacles) {
    public Plan {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * A deployment.
     *
     * @param reasons why it cannot come earlier, a sentence each; empty when it could
     */
    public record Step(Version version, List<String> reasons) {
        public Step {
            reasons = List.copyOf(reasons);
        }
    }

    public boolean isPossible() {
        return obstacles.isEmpty();
    }
}
