package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract record-support-ended}. */
@Command
final class RecordSupportEndedCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    RecordSupportEndedCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject ended = broker.recordSupportEnded(pacticipant.name(), version.number(), environment.name());
        return Told.of(
                ended,
                "uuid",
                "Recorded: " + pacticipant.name() + " " + version.number() + " is no longer supported in "
                        + environment.name());
    }
}
