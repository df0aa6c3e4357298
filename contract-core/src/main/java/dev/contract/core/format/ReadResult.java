package dev.contract.core.format;

import dev.contract.core.model.Contract;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a contract file gave.
 *
 * <p>A contract and errors at once are possible: one interaction that cannot be used does not make the others unreadable.
 * Immutable.
 *
 * @param contract all that could be used; empty when nothing could
 * @param problems errors and warnings, in the order of the file
 */
public record ReadResult(Optional<Contract> contract, List<Problem> problems) {
    public ReadResult {
        problems = List.copyOf(problems);
    }

    /** The problems because of which something of the file cannot be used. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** The problems because of which an interaction of the file is not in the contract, or not whole: errors, and types that are not known here. */
    public List<Problem> losses() {
        return problems.stream()
                .filter(problem -> problem.isError() || problem.code().equals(Findings.TYPE))
                .toList();
    }

    /** The problems that were tolerated. */
    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }
}
