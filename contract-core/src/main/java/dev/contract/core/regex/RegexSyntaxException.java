package dev.contract.core.regex;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;

/** A text that is no regular expression, or one that is too large to use. */
public final class RegexSyntaxException extends ContractException {
    private static final long serialVersionUID = 1;

    private final String reason;

    RegexSyntaxException(String source, String reason) {
        super(Problem.error("CONTRACT-REGEX", "not usable as a regular expression")
                .found(Quoted.text(source) + ": " + reason));
        this.reason = reason;
    }

    /** What is wrong and, where it is known, at which character, counted from 1: for messages that show the expression themselves. */
    public String reason() {
        return reason;
    }
}
