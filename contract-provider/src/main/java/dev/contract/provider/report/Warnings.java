package dev.contract.provider.report;

import dev.contract.core.problem.Problem;
import dev.contract.provider.VerificationResult;
import java.util.List;
import java.util.stream.Stream;

/** What was tolerated: in the run as a whole, and in each interaction. */
final class Warnings {
    private Warnings() {}

    /** Each once. */
    static Stream<Problem> of(VerificationResult result) {
        return Stream.concat(
                        result.warnings().stream(),
                        result.interactions().flatMap(interaction -> interaction.warnings().stream()))
                .distinct();
    }

    /** The same in words. */
    static List<String> texts(VerificationResult result) {
        return of(result).map(Problem::toString).toList();
    }
}
