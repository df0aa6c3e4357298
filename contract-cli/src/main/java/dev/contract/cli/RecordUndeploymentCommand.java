package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.DeployedVersion;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract record-undeployment}. */
@Command
final class RecordUndeploymentCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    RecordUndeploymentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<DeployedVersion> ended =
                broker.recordUndeployment(pacticipant.name(), environment.name(), instance.name());
        return Told.of(
                JsonArray.of(ended.stream().map(DeployedVersion::json).toList()),
                ended.stream().map(this::sentence).collect(Collectors.joining("\n")));
    }

    private String sentence(DeployedVersion ended) {
        return "Recorded: " + pacticipant.name() + " " + ended.version() + " no longer runs in " + environment.name()
                + instance.asText();
    }
}
