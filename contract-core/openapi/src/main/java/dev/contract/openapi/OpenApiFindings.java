package dev.contract.openapi;

import dev.contract.core.problem.ContractException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All findings on one exchange.
 *
 * <p>Immutable.
 *
 * @param all in the order of the exchange: the request first
 */
public record OpenApiFindings(List<OpenApiFinding> all) {
    public OpenApiFindings {
        all = List.copyOf(all);
    }

    /** Those that break the document. */
    public List<OpenApiFinding> errors() {
        return all.stream().filter(each -> !each.isAdvice()).toList();
    }

    /** Those that do not. */
    public List<OpenApiFinding> advice() {
        return all.stream().filter(OpenApiFinding::isAdvice).toList();
    }

    /**
     * For tests.
     *
     * @throws ContractException with all errors, if there is any
     */
    public void orThrow() {
        if (!errors().isEmpty()) {
            throw new ContractException(
                    errors().stream().map(OpenApiFinding::toProblem).toList());
        }
    }

    /** A line for each; {@code ""} when there is none. */
    @Override
    public String toString() {
        return all.stream().map(OpenApiFinding::toString).collect(Collectors.joining("\n"));
    }
}
