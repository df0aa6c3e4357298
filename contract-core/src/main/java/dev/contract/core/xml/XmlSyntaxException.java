package dev.contract.core.xml;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;

/** A text that is not a well-formed XML document, or nested too deeply. */
public final class XmlSyntaxException extends ContractException {
    private static final long serialVersionUID = 1;

    private final String reason;

    XmlSyntaxException(String reason, int line, int column) {
        super(Problem.error("CONTRACT-XML", "not readable as XML")
                .at(line + ":" + column)
                .found(reason));
        this.reason = reason + " at " + line + ":" + column;
    }

    /** What is wrong in one line, with line and column. */
    public String reason() {
        return reason;
    }
}
