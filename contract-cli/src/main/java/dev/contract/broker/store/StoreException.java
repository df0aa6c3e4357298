package dev.contract.broker.store;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;

/** A database that cannot be opened. */
public final class StoreException extends ContractException {
    private static final long serialVersionUID = 1;

    StoreException(Problem problem) {
        super(problem);
    }

    StoreException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
