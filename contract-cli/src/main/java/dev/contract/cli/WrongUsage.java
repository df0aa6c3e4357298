package dev.contract.cli;

/** Options that are right each for itself but not together; the message is one sentence without a full stop. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsage(String message) {
        super(message);
    }
}
