package dev.contract.provider.report;

import dev.contract.core.problem.Problem;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as workflow commands of GitHub Actions: printed by a step, each becomes an annotation at the interaction in its contract.
 *
 * <p>A failure is an error; a pending one, and what was tolerated, is a warning. GitHub shows ten of each kind per step.
 */
public final class GitHubReport {
    private GitHubReport() {}

    /** A line for each annotation; empty when there is nothing to say. */
    public static String text(VerificationResult result) {
        Stream<String> failures = result.contracts().stream().flatMap(contract -> contract.interactions().stream()
                .filter(each -> !each.passed())
                .map(each -> annotation(contract, each)));
        return Stream.concat(failures, Warnings.of(result).map(GitHubReport::warning))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String annotation(ContractResult contract, InteractionResult result) {
        String place = Spot.of(contract.source(), result)
                .map(spot -> "file=" + property(spot.file()) + ",line=" + spot.line() + ",col=" + spot.column() + ",")
                .orElse("");
        String title = contract.title() + ": " + result.interaction().description();
        return "::" + (result.pending() ? "warning " : "error ") + place + "title=" + property(title) + "::"
                + data(result.report());
    }

    private static String warning(Problem problem) {
        return "::warning title=" + property(problem.code()) + "::" + data(problem.toString());
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** As the commands want it: a line break would begin another command. */
    private static String data(String text) {
        return SafeText.plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
