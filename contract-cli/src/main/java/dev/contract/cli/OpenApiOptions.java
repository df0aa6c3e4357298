package dev.contract.cli;

import dev.contract.core.problem.Quoted;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.provider.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The OpenAPI document that exchanges are held against, too. */
final class OpenApiOptions {
    private static final List<String> CHECKS = List.of("requests", "responses", "document");

    @Option(
            names = "--openapi",
            paramLabel = "FILE",
            order = 36,
            description = "Also hold requests and responses against this OpenAPI document, 2.0 to 3.1, JSON or YAML.")
    private @Nullable String file;

    @Option(
            names = "--openapi-checks",
            paramLabel = "LIST",
            order = 36,
            split = ",",
            description = "What to check of requests, responses and document. Default: all three.")
    private List<String> checks = new ArrayList<>(CHECKS);

    @Option(
            names = "--openapi-advice",
            order = 36,
            description = "What the document does not allow is advice only: it fails nothing.")
    private boolean isAdvice;

    private @Nullable OpenApiCheck check;

    /**
     * Whether the options go together.
     *
     * @throws WrongUsage if they do not
     */
    void check() {
        for (String each : checks) {
            if (!CHECKS.contains(each)) {
                throw new WrongUsage(
                        "--openapi-checks " + Quoted.text(each) + " is none of " + String.join(", ", CHECKS));
            }
        }
        if (file == null && (isAdvice || !checks.equals(CHECKS))) {
            throw new WrongUsage("--openapi-checks and --openapi-advice need --openapi");
        }
    }

    /** Tells a verifier all of it; the document is read once. */
    void applyTo(Verifier verifier, Surroundings surroundings) {
        if (file != null) {
            if (check == null) {
                check = switched(OpenApiCheck.of(surroundings.path(file)));
            }
            verifier.openApi(check);
        }
    }

    private OpenApiCheck switched(OpenApiCheck whole) {
        OpenApiCheck wanted = checks.contains("requests") ? whole : whole.withoutRequests();
        wanted = checks.contains("responses") ? wanted : wanted.withoutResponses();
        wanted = checks.contains("document") ? wanted : wanted.withoutDocument();
        return isAdvice ? wanted.adviceOnly() : wanted;
    }

    /** The options that check the same later. */
    List<String> replayOptions() {
        List<String> words = new ArrayList<>();
        ServiceOptions.addOption(words, "--openapi", file);
        if (!checks.equals(CHECKS)) {
            ServiceOptions.addOption(words, "--openapi-checks", String.join(",", checks));
        }
        if (isAdvice) {
            words.add("--openapi-advice");
        }
        return words;
    }
}
