package dev.contract.standalone;

import dev.contract.core.problem.Problem;
import java.util.List;

/** A call of the control API that ends with a complaint; nothing was changed then. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<Problem> problems;

    /**
     * @param problems at least one
     */
    Failure(int status, List<Problem> problems) {
        super(problems.get(0).what(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    static Failure of(int status, Problem problem) {
        return new Failure(status, List.of(problem));
    }

    int status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }
}
