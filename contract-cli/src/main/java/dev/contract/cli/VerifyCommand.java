package dev.contract.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code contract verify}. */
@Command(abbreviateSynopsis = true)
final class VerifyCommand implements Callable<Integer> {
    VerifyCommand(Surroundings surroundings) {}

    @Override
    public Integer call() {
        return ExitCode.COULD_NOT;
    }
}
