package dev.contract.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code contract broker}. */
@Command(abbreviateSynopsis = true)
final class BrokerCommand implements Callable<Integer> {
    BrokerCommand(Surroundings surroundings) {}

    @Override
    public Integer call() {
        return ExitCode.COULD_NOT;
    }
}
