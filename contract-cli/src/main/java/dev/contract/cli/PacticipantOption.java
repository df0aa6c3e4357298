package dev.contract.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The application that a command is about. */
@Command
final class PacticipantOption {
    @Option(
            names = {"-a", "--pacticipant"},
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "The application.")
    private String name = "";

    String name() {
        return name;
    }
}
