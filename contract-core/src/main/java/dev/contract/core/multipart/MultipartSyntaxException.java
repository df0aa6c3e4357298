package dev.contract.core.multipart;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;

/** Bytes that are no multipart body, or a part whose contents are not encoded as it says. */
public final class MultipartSyntaxException extends ContractException {
    private static final long serialVersionUID = 1;

    private final String reason;

    MultipartSyntaxException(String reason) {
        super(Problem.error("CONTRACT-MULTIPART", "not readable as a multipart body")
                .found(reason));
        this.reason = reason;
    }

    /** What is wrong in one line, with the part and the byte. */
    public String reason() {
        return reason;
    }
}
