package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.json.JsonArray;
import dev.contract.provider.broker.DeployedVersion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract record-undeployment}. */
@Command(abbreviateSynopsis = true)
final class RecordUndeploymentCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = {"-a", "--pacticipant"},
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "The application.")
    private String pacticipant = "";

    @Option(names = "--environment", required = true, paramLabel = "NAME", order = 2, description = "Where it ran.")
    private String environment = "";

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    RecordUndeploymentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            print(
                    surroundings.console(),
                    broker.client().recordUndeployment(pacticipant, environment, instance.name()));
        }
        return ExitCode.YES;
    }

    private void print(Console console, List<DeployedVersion> ended) {
        if (output.isJson()) {
            console.result(output.json(
                    JsonArray.of(ended.stream().map(DeployedVersion::json).toList())));
            return;
        }
        ended.forEach(each -> console.result("Recorded: " + pacticipant + " " + each.version() + " no longer runs in "
                + environment + instance.asText()));
    }
}
