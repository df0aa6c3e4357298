package dev.contract.provider.report;

import dev.contract.core.problem.Problem;
import dev.contract.provider.VerificationResult;
import java.util.List;
import java.util.stream.Stream;

/** What was tolerated: in the run as a whole, and in each interaction. */
final class Warnings {
    private static final String OF_OPENAPI = "OPENAPI-";

    private Warnings() {}

    /** Each once. */
    static Stream<Problem> of(VerificationResult result) {
        return Stream.concat(
                        result.warnings().stream(),
                        result.interactions().flatMap(interaction -> interaction.warnings().stream()))
                .distinct();
    }

    /** The same in words; what an OpenAPI document does not allow is here only where it is advice. */
    static List<String> texts(VerificationResult result) {
        return of(result)
                .map(problem -> (problem.code().startsWith(OF_OPENAPI) ? "ADVICE  " : "") + problem)
                .toList();
    }
}
