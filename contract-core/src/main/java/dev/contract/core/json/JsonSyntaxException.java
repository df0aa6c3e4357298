package dev.contract.core.json;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;

/** A text that is not JSON, or too large; the problem says where it stops being JSON. */
public final class JsonSyntaxException extends ContractException {
    private static final long serialVersionUID = 1;

    private final String reason;

    JsonSyntaxException(Problem problem, String reason) {
        super(problem);
        this.reason = reason;
    }

    /** What is wrong, and at which line and column of the text, in one line: for messages that name the text themselves. */
    public String reason() {
        return reason;
    }
}
