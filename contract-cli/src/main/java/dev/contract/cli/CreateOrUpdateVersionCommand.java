package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract create-or-update-version}. */
@Command
final class CreateOrUpdateVersionCommand extends BrokerTask {
    private static final String TASK = "create or update the version";

    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Option(names = "--branch", paramLabel = "BRANCH", order = 3, description = "The branch that it is on.")
    private @Nullable String branch;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            order = 4,
            description = "A tag that it gets. May be repeated, or be a list with commas.")
    private List<String> tags = new ArrayList<>();

    CreateOrUpdateVersionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Told run(BrokerClient broker) {
        String name = pacticipant.name();
        String number = version.number();
        broker.at("pacticipants", name, "versions", number).patch(TASK, JsonObject.EMPTY);
        if (branch != null) {
            broker.at("pacticipants", name, "branches", branch, "versions", number)
                    .put(TASK, JsonObject.EMPTY);
        }
        BuildOptions.pieces(tags).forEach(tag -> broker.at("pacticipants", name, "versions", number, "tags", tag)
                .put(TASK, JsonObject.EMPTY));
        JsonObject stored = broker.at("pacticipants", name, "versions", number).get(TASK);
        String on = branch == null ? "" : " on branch " + branch;
        String with = tags.isEmpty() ? "" : ", tagged " + String.join(", ", BuildOptions.pieces(tags));
        return Told.of(stored, "number", "Stored: " + name + " " + number + on + with);
    }
}
