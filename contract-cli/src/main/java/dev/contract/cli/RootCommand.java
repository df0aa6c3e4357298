package dev.contract.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contract} without a command. */
@Command(
        name = "contract",
        description =
                "Consumer-driven contract testing: verify providers, publish contracts, ask what may be deployed.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = {
            "\"contract COMMAND --help\" explains a command.",
            "Exit codes: 0 yes or done, 1 no or a contract is broken, 2 could not ask or run, 3 breaking, 64 wrong usage."
        })
final class RootCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = {"-V", "--version"},
            description = "Print the version of this program.")
    private boolean version;

    RootCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (version) {
            return new VersionCommand(surroundings).call();
        }
        throw new WrongUsage("say which command to run");
    }
}
