package dev.contract.cli;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command understands; nobody but the parser and {@link Main} reads it, so there are no fields for it. */
final class CommonOptions {
    static final String VERBOSE = "--verbose";
    static final String HELP = "--help";
    static final Set<String> NAMES = Set.of(VERBOSE, HELP);

    private CommonOptions() {}

    static void addTo(CommandSpec command) {
        command.addOption(OptionSpec.builder("-v", VERBOSE)
                .order(1000)
                .description("Tell more: the stack trace of a failure.")
                .build());
        addHelpTo(command);
    }

    static void addHelpTo(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .order(1001)
                .description("Show this help.")
                .build());
    }
}
