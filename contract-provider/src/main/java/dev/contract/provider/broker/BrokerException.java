package dev.contract.provider.broker;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;

/** A broker that could not be reached, or that said no. */
public final class BrokerException extends ContractException {
    private static final long serialVersionUID = 1;

    private final int status;

    BrokerException(int status, Problem problem) {
        super(problem);
        this.status = status;
    }

    BrokerException(Problem problem, Throwable cause) {
        super(problem, cause);
        this.status = 0;
    }

    /** What the broker answered; 0 when it did not answer, or not as a broker does. */
    public int status() {
        return status;
    }
}
