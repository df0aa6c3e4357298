package dev.contract.cli;

import dev.contract.provider.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How interactions are replayed: side by side, how often. */
final class RunOptions {
    @Option(
            names = "--lanes",
            paramLabel = "N",
            order = 30,
            description = "How many interactions without states run side by side. Default: 16.")
    private int lanes = 16;

    @Option(
            names = "--seed",
            paramLabel = "N",
            order = 32,
            description = "Makes the random values of this run: a failure names the number to repeat it with.")
    private @Nullable Long seed;

    @Option(
            names = "--replay-duplicates",
            order = 32,
            description = "Replay an interaction once for each contract that has it, and not once for all of them.")
    private boolean replaysDuplicates;

    /**
     * Whether the values are possible.
     *
     * @throws WrongUsage if they are not
     */
    void check() {
        if (lanes < 1) {
            throw new WrongUsage("--lanes is at least 1");
        }
    }

    /** Tells the verifier all of it. */
    void tell(Verifier verifier) {
        verifier.lanes(lanes);
        if (seed != null) {
            verifier.seed(seed);
        }
        if (replaysDuplicates) {
            verifier.replayDuplicates();
        }
    }
}
