package dev.contract.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code contract generate-uuid}. */
@Command
final class GenerateUuidCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    GenerateUuidCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.console().result(UUID.randomUUID().toString());
        return ExitCode.YES;
    }
}
