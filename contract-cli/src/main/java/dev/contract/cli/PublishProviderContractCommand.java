package dev.contract.cli;

import dev.contract.cli.BuildOptions.Build;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract publish-provider-contract}. */
@Command
final class PublishProviderContractCommand extends BrokerTask {
    private static final String TASK = "publish the provider's document";

    @Parameters(paramLabel = "FILE", description = "The OpenAPI document, 2.0 to 3.1, JSON or YAML; it stands alone.")
    private String file = "";

    @Option(names = "--provider", paramLabel = "NAME", required = true, order = 0, description = "The provider.")
    private String provider = "";

    @Option(
            names = {"-a", "--provider-app-version"},
            paramLabel = "VERSION",
            order = 1,
            description = "The provider's version, best its commit. Needed unless it is detected.")
    private @Nullable String version;

    @Mixin
    private BuildOptions buildOptions = new BuildOptions();

    @Option(
            names = "--specification",
            paramLabel = "oas",
            order = 7,
            description = "What kind of document it is; there is one kind.")
    private String specification = "oas";

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            order = 8,
            description = "The type of the document. Default: application/json for *.json, otherwise application/yaml.")
    private @Nullable String contentType;

    @Mixin
    private SelfVerificationOptions selfVerification = new SelfVerificationOptions();

    PublishProviderContractCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Told run(BrokerClient broker) {
        Build build = buildOptions.build(surroundings, "provider", version);
        JsonObject publication = publication(build);
        try {
            JsonObject answer = broker.at("provider-contracts", "provider", provider, "publish")
                    .post(TASK, publication);
            return Told.of(answer, build.version(), "Published " + provider + " " + build.version() + branch(build));
        } catch (BrokerException e) {
            if (e.status() != 409) {
                throw e;
            }
            surroundings.console().problems(e.problems());
            return Told.of(
                            JsonObject.of(
                                    "error", JsonString.of(e.problems().get(0).what())),
                            "",
                            "")
                    .asNo();
        }
    }

    private static String branch(Build build) {
        return build.branch() == null ? "" : " (branch " + build.branch() + ")";
    }

    private JsonObject publication(Build build) {
        JsonObject.Builder publication = JsonObject.builder()
                .put("pacticipantVersionNumber", build.version())
                .put(
                        "tags",
                        JsonArray.of(build.tags().stream().map(JsonString::of).toList()));
        if (build.branch() != null) {
            publication.put("branch", build.branch());
        }
        if (build.url() != null) {
            publication.put("buildUrl", build.url());
        }
        return publication.put("contract", contract()).build();
    }

    private JsonObject contract() {
        JsonObject.Builder contract = JsonObject.builder()
                .put("content", Base64.getEncoder().encodeToString(NamedFiles.bytes(surroundings, file)))
                .put("contentType", contentType == null ? typeByName() : contentType)
                .put("specification", specification);
        selfVerification.read(surroundings).ifPresent(results -> contract.put("selfVerificationResults", results));
        return contract.build();
    }

    private String typeByName() {
        return file.toLowerCase(Locale.ROOT).endsWith(".json") ? "application/json" : "application/yaml";
    }
}
