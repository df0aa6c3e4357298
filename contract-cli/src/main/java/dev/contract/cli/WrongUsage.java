package dev.contract.cli;

import dev.contract.core.problem.Problem;
import java.util.List;

/** Options that are right each for itself but not together; the message is one sentence without a full stop. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    WrongUsage(String message) {
        super(message);
        this.problems = List.of();
    }

    /** The value of an option with problems of its own. */
    WrongUsage(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong within the value, told in place of the message; empty when the message says it all. */
    List<Problem> problems() {
        return problems;
    }
}
