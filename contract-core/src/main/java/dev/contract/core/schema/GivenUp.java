package dev.contract.core.schema;

/** An evaluation that would go on for too long; its message says why. Carries no stack trace: it is expected, and frequent where it is not welcome. */
final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp(String reason) {
        super(reason, null, false, false);
    }
}
