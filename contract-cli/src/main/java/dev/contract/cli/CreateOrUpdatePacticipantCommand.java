package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contract create-or-update-pacticipant}. */
@Command
final class CreateOrUpdatePacticipantCommand extends BrokerTask {
    @Option(names = "--name", required = true, paramLabel = "NAME", order = 1, description = "The application.")
    private String name = "";

    @Option(names = "--display-name", paramLabel = "NAME", order = 2, description = "Its name for people.")
    private @Nullable String displayName;

    @Option(names = "--main-branch", paramLabel = "BRANCH", order = 3, description = "Its main branch.")
    private @Nullable String mainBranch;

    @Option(names = "--repository-url", paramLabel = "URL", order = 4, description = "Where its sources are.")
    private @Nullable String repositoryUrl;

    CreateOrUpdatePacticipantCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Told run(BrokerClient broker) {
        BrokerResource application = broker.at("pacticipants", name);
        boolean known = application.find("look for the application").isPresent();
        JsonObject stored = known
                ? application.patch("update the application", details())
                : broker.at("pacticipants").post("create the application", details());
        return Told.of(stored, "name", (known ? "Updated: " : "Created: ") + name);
    }

    private JsonObject details() {
        JsonObject.Builder details = JsonObject.builder().put("name", name);
        if (displayName != null) {
            details.put("displayName", displayName);
        }
        if (mainBranch != null) {
            details.put("mainBranch", mainBranch);
        }
        if (repositoryUrl != null) {
            details.put("repositoryUrl", repositoryUrl);
        }
        return details.build();
    }
}
