package dev.contract.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which of several instances that run in an environment at once. */
@Command
final class InstanceOption {
    @Option(
            names = "--application-instance",
            paramLabel = "NAME",
            order = 4,
            description = "Which of several instances that run there at once. Without it: the one without a name.")
    private @Nullable String instance;

    @Option(names = "--target", hidden = true, paramLabel = "NAME", description = "The old name of an instance.")
    private @Nullable String target;

    /** Null for the instance without a name. */
    @Nullable
    String name() {
        return instance == null ? target : instance;
    }

    /** {@code  as instance blue}, for the end of a sentence. */
    String asText() {
        return name() == null ? "" : " as instance " + name();
    }
}
