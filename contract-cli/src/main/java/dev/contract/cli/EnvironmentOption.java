package dev.contract.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The environment that a command is about. */
@Command
final class EnvironmentOption {
    @Option(names = "--environment", required = true, paramLabel = "NAME", order = 3, description = "The environment.")
    private String name = "";

    String name() {
        return name;
    }
}
