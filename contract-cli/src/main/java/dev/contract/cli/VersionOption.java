package dev.contract.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The version that a command is about. */
@Command
final class VersionOption {
    @Option(
            names = {"-e", "--version"},
            required = true,
            paramLabel = "VERSION",
            order = 2,
            description = "The version.")
    private String number = "";

    String number() {
        return number;
    }
}
