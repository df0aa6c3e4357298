package dev.contract.core.generating;

import dev.contract.core.problem.Problem;
import java.util.List;

/**
 * What came of applying generators. Immutable.
 *
 * @param value with fresh values, and the example's own wherever a generator failed
 * @param problems one for each generator that failed
 */
public record Generated<T>(T value, List<Problem> problems) {
    public Generated {
        problems = List.copyOf(problems);
    }
}
