package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract record-release}, and {@code contract record-support-ended}, which ends what it began. */
@Command
final class RecordReleaseCommand extends BrokerTask {
    private final boolean ends;

    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Mixin
    private VersionOption version = new VersionOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    private RecordReleaseCommand(Surroundings surroundings, boolean ends) {
        super(surroundings);
        this.ends = ends;
    }

    static RecordReleaseCommand beginning(Surroundings surroundings) {
        return new RecordReleaseCommand(surroundings, false);
    }

    static RecordReleaseCommand ending(Surroundings surroundings) {
        return new RecordReleaseCommand(surroundings, true);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject recorded = ends
                ? broker.recordSupportEnded(pacticipant.name(), version.number(), environment.name())
                : broker.recordRelease(pacticipant.name(), version.number(), environment.name());
        return Told.of(
                recorded,
                "uuid",
                "Recorded: " + pacticipant.name() + " " + version.number()
                        + (ends ? " is no longer supported in " : " is released for ") + environment.name());
    }
}
