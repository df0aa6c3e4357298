package dev.contract.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether results that are missing may follow from others. */
@Command
final class InferOption {
    @Option(
            names = "--infer",
            order = 21,
            description = "Let a missing result follow from others of the same provider version, where the contract"
                    + " provably demands no more than what it has verified.")
    private boolean infers;

    boolean infers() {
        return infers;
    }
}
