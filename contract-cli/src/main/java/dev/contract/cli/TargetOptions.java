package dev.contract.cli;

import dev.contract.provider.broker.MatrixQuestion.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where versions are to go. */
@Command
final class TargetOptions {
    @Option(names = "--to-environment", paramLabel = "NAME", order = 10, description = "Where it is to be deployed.")
    private @Nullable String environment;

    @Option(
            names = "--to",
            paramLabel = "TAG",
            order = 11,
            description = "The tag of the versions beside which it is to run.")
    private @Nullable String tag;

    Target target() {
        if (environment != null && tag != null) {
            throw new WrongUsage("--to-environment and --to exclude each other");
        }
        return environment != null ? Target.environment(environment) : tag != null ? Target.tag(tag) : Target.NONE;
    }
}
