package dev.contract.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Work that cannot go on, with everything the user can mend about it.
 *
 * <p>The one family of unchecked exceptions of this project; its message is the text of all its problems.
 */
public class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public ContractException(Problem problem) {
        this(List.of(problem));
    }

    public ContractException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** Made of at least one problem. */
    public ContractException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order in which they were met; empty only after deserialisation. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
