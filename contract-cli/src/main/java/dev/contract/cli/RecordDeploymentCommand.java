package dev.contract.cli;

import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.DeployedVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract record-deployment}. */
@Command
final class RecordDeploymentCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    RecordDeploymentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Told run(BrokerClient broker) {
        DeployedVersion deployed =
                broker.recordDeployment(pacticipant.name(), version.number(), environment.name(), instance.name());
        deployed.notices().forEach(notice -> surroundings.console().tell(notice.text()));
        return Told.of(
                deployed.json(),
                "uuid",
                "Recorded: " + pacticipant.name() + " " + version.number() + " runs in " + environment.name()
                        + instance.asText());
    }
}
