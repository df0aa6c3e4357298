package dev.contract.draft;

import dev.contract.core.model.Contract;
import dev.contract.core.problem.Problem;
import java.util.List;

/**
 * A drafted contract.
 *
 * <p>Immutable.
 *
 * @param problems what was seen and stands in no interaction, and why
 */
public record Draft(Contract contract, List<Problem> problems) {
    public Draft {
        problems = List.copyOf(problems);
    }
}
