package dev.contract.cli;

import dev.contract.provider.Verifier;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--independent-states",
            order = 32,
            description = "States do not disturb each other: interactions with states run side by side, too.")
    private boolean statesAreIndependent;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            order = 32,
            description =
                    "How often an interaction is tried at most when the provider gives no answer, or 429, 502, 503 or 504;"
                            + " the report says so. Default: 1.")
    private int attempts = 1;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            order = 32,
            description =
                    "Replay everything N times, one at a time, and find out why a verdict is not the same each time; a"
                            + " provider of --start is started anew each time.")
    private int rounds = 1;

    @Option(
            names = "--shuffle",
            order = 32,
            description = "Replay in a random order, another one in each round, one at a time; it follows from --seed.")
    private boolean shuffles;

    @Option(
            names = "--in-order",
            paramLabel = "TEXT",
            order = 32,
            description =
                    "Only the interactions of this whole description, in the order of these options and one at a time."
                            + " May be repeated.")
    private List<String> order = new ArrayList<>();

    /**
     * Whether the values are possible.
     *
     * @throws WrongUsage if they are not
     */
    void check() {
        if (lanes < 1) {
            throw new WrongUsage("--lanes is at least 1");
        }
        if (attempts < 1 || rounds < 1) {
            throw new WrongUsage("--attempts and --repeat are at least 1");
        }
    }

    /** Tells the verifier all of it. */
    void tell(Verifier verifier) {
        verifier.lanes(lanes).attempts(attempts).repeat(rounds).inOrder(order.toArray(String[]::new));
        if (seed != null) {
            verifier.seed(seed);
        }
        if (replaysDuplicates) {
            verifier.replayDuplicates();
        }
        if (statesAreIndependent) {
            verifier.statesAreIndependent();
        }
        if (shuffles) {
            verifier.shuffle();
        }
    }
}
