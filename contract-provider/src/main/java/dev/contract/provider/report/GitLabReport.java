package dev.contract.provider.report;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.problem.Problem;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.Outcome;
import dev.contract.provider.VerificationResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as a code quality report of GitLab: a merge request shows each failure at the interaction in its contract.
 *
 * <p>So does what passed, but only because something was tolerated. What fails and failed before has the same fingerprint, so that GitLab can tell what is new.
 */
public final class GitLabReport {
    private GitLabReport() {}

    /** The whole document, with a line break at its end. */
    public static String text(VerificationResult result) {
        return JsonWriter.folded(JsonArray.of(result.contracts().stream()
                        .flatMap(GitLabReport::issues)
                        .toList()))
                + "\n";
    }

    private static Stream<JsonValue> issues(ContractResult contract) {
        return contract.interactions().stream()
                .filter(each -> !each.passed() || !each.warnings().isEmpty())
                .map(each -> issue(contract, each));
    }

    private static JsonValue issue(ContractResult contract, InteractionResult result) {
        Spot spot = Spot.of(contract.source(), result)
                .orElse(new Spot(contract.source().name(), 1, 1));
        return JsonObject.builder()
                .put("description", SafeText.plain(description(result)))
                .put("check_name", "contract")
                .put("fingerprint", fingerprint(contract, result))
                .put("severity", severity(result))
                .put(
                        "location",
                        JsonObject.builder()
                                .put("path", SafeText.plain(spot.file()))
                                .put(
                                        "lines",
                                        JsonObject.builder()
                                                .put("begin", spot.line())
                                                .build())
                                .build())
                .build();
    }

    private static String description(InteractionResult result) {
        return result.passed()
                ? result.warnings().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                : result.report();
    }

    private static String severity(InteractionResult result) {
        if (result.passed()) {
            return "minor";
        }
        if (result.pending()) {
            return "info";
        }
        return result.outcome() instanceof Outcome.Failed ? "major" : "critical";
    }

    private static String fingerprint(ContractResult contract, InteractionResult result) {
        String name = String.join(
                "\n",
                contract.source().name(),
                contract.title(),
                result.interaction().description(),
                result.interaction().states().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
