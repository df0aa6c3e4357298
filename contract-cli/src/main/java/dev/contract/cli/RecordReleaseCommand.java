package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract record-release}. */
@Command
final class RecordReleaseCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    RecordReleaseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject released = broker.recordRelease(pacticipant.name(), version.number(), environment.name());
        return Told.of(
                released,
                "uuid",
                "Recorded: " + pacticipant.name() + " " + version.number() + " is released for " + environment.name());
    }
}
