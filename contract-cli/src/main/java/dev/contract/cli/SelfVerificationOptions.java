package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How a provider's own tests ended, which hold it to its document. */
@Command
final class SelfVerificationOptions {
    @Option(
            names = "--verification-success",
            negatable = true,
            order = 10,
            description = "Whether the provider's own tests passed. Unknown unless told so.")
    private @Nullable Boolean success;

    @Option(
            names = "--verification-exit-code",
            paramLabel = "N",
            order = 11,
            description = "The same, told by the exit code of these tests: 0 when they passed.")
    private @Nullable Integer exitCode;

    @Option(
            names = "--verification-results",
            paramLabel = "FILE",
            order = 12,
            description = "What these tests reported, to be kept with the document.")
    private @Nullable String results;

    @Option(
            names = "--verification-results-content-type",
            paramLabel = "TYPE",
            order = 13,
            description = "The type of that file, such as text/plain.")
    private @Nullable String resultsType;

    @Option(
            names = "--verification-results-format",
            paramLabel = "FORMAT",
            order = 14,
            description = "Its format, such as junit.")
    private @Nullable String format;

    @Option(names = "--verifier", paramLabel = "NAME", order = 15, description = "The tool that ran them.")
    private @Nullable String verifier;

    @Option(names = "--verifier-version", paramLabel = "VERSION", order = 16, description = "Its version.")
    private @Nullable String verifierVersion;

    /** What was said of these tests; empty when nothing was. */
    Optional<JsonObject> read(Surroundings surroundings) {
        JsonObject.Builder said = JsonObject.builder();
        Boolean passed = passed();
        if (passed != null) {
            said.put("success", passed);
        }
        if (results != null) {
            said.put("content", Base64.getEncoder().encodeToString(NamedFiles.bytes(surroundings, results)));
        }
        put(said, "contentType", resultsType);
        put(said, "format", format);
        put(said, "verifier", verifier);
        put(said, "verifierVersion", verifierVersion);
        return Optional.of(said.build()).filter(json -> !json.isEmpty());
    }

    private @Nullable Boolean passed() {
        Boolean byCode = exitCode == null ? null : (Boolean) (exitCode == 0);
        if (success != null && byCode != null && !success.equals(byCode)) {
            throw new WrongUsage("--verification-exit-code " + exitCode + " says the contrary of "
                    + (success ? "--verification-success" : "--no-verification-success"));
        }
        return success == null ? byCode : success;
    }

    private static void put(JsonObject.Builder said, String name, @Nullable String text) {
        if (text != null) {
            said.put(name, text);
        }
    }
}
