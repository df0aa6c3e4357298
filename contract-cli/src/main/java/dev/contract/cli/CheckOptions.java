package dev.contract.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which contract files are held against something, and what of the findings is a no. */
@Command
final class CheckOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|GLOB|FILE",
            description = "Contract files; of a directory its *.json files.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--strict", order = 2, description = "A warning is a no, too.")
    private boolean strict;

    List<String> files(Surroundings surroundings) {
        return NamedFiles.all(surroundings, names);
    }

    int exitCode(long errors, long warnings) {
        return errors > 0 || (strict && warnings > 0) ? ExitCode.NO : ExitCode.YES;
    }
}
