package dev.contract.cli;

/** What the process says when it ends: an answer of "no" is told from a question that could not be asked. */
final class ExitCode {
    /** Yes, or done. */
    static final int YES = 0;

    /** No, or a contract is broken. */
    static final int NO = 1;

    /** It could not be asked or run: bad input, no network, no right, a fault. */
    static final int COULD_NOT = 2;

    /** A contract asks more of the provider than it did, or nobody can say that it does not. */
    static final int BREAKING = 3;

    /** The command line was not understood. */
    static final int USAGE = 64;

    private ExitCode() {}
}
