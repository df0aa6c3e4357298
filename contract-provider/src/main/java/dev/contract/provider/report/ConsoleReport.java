package dev.contract.provider.report;

import dev.contract.core.problem.Problem;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A result as text for a terminal: a line for each contract, then a block of at most 15 lines for each failure.
 *
 * <pre>
 * ok      order-service → user-service  12 interactions
 * FAILED  web → user-service  1 of 7 interactions failed
 *
 * FAILED  web → user-service: a request for user user123
 *   where   …
 * </pre>
 */
public final class ConsoleReport {
    private ConsoleReport() {}

    /** The text, without a line break at its end; it has no colours. */
    public static String text(VerificationResult result) {
        List<String> blocks = new ArrayList<>();
        Set<String> ambiguous = ambiguous(result);
        blocks.add(String.join(
                "\n",
                result.contracts().stream()
                        .map(contract -> line(contract, ambiguous.contains(contract.title())))
                        .toList()));
        result.contracts().stream()
                .flatMap(contract -> contract.source().notices().stream())
                .distinct()
                .forEach(blocks::add);
        warnings(result).map(Problem::toString).distinct().forEach(blocks::add);
        result.interactions()
                .filter(interaction -> !interaction.passed())
                .map(InteractionResult::report)
                .forEach(blocks::add);
        return String.join("\n\n", blocks);
    }

    private static Stream<Problem> warnings(VerificationResult result) {
        return Stream.concat(
                result.warnings().stream(),
                result.interactions().flatMap(interaction -> interaction.warnings().stream()));
    }

    /** Titles that several contracts share: they need their sources to be told apart. */
    private static Set<String> ambiguous(VerificationResult result) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (ContractResult contract : result.contracts()) {
            if (!seen.add(contract.title())) {
                twice.add(contract.title());
            }
        }
        return twice;
    }

    private static String line(ContractResult contract, boolean withSource) {
        long failed = count(contract, false);
        long pending = count(contract, true);
        int all = contract.interactions().size();
        String source = withSource ? " (" + contract.source().name() + ")" : "";
        String verdict = contract.success() ? "ok      " : "FAILED  ";
        String count = failed == 0 ? interactions(all) : failed + " of " + interactions(all) + " failed";
        return verdict + contract.title() + source + "  " + count
                + (pending == 0 ? "" : ", " + pending + " pending failed")
                + (contract.complete() ? "" : ", " + contract.leftOut() + " left out by filters");
    }

    private static long count(ContractResult contract, boolean pending) {
        return contract.interactions().stream()
                .filter(result -> !result.passed() && result.pending() == pending)
                .count();
    }

    private static String interactions(int count) {
        return count == 1 ? "1 interaction" : count + " interactions";
    }
}
