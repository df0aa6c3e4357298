package dev.contract.consumer.stub;

import dev.contract.core.problem.Facts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An interaction whose last answers nobody came to ask for. Immutable.
 *
 * @param answers how many
 */
public record Unreached(String interaction, int answers) {

    /** What a failure is to be read with that may be why, or come of it; empty when there are none. */
    public static String note(List<Unreached> all) {
        return all.isEmpty()
                ? ""
                : new Facts("CONTRACT-UNREACHED  some of the answers that follow each other were never asked for")
                        .add("in", all.stream().map(Unreached::toString).collect(Collectors.joining("\n")))
                        .add("mend", "let the consumer ask again, or take those answers out")
                        .toString();
    }

    /** {@code the last 2 of "a request for user 42"}. */
    @Override
    public String toString() {
        return (answers == 1 ? "the last" : "the last " + answers) + " of " + interaction;
    }
}
