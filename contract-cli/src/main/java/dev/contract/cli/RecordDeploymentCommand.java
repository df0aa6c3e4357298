package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.provider.broker.DeployedVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract record-deployment}. */
@Command(abbreviateSynopsis = true)
final class RecordDeploymentCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = {"-a", "--pacticipant"},
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "The application.")
    private String pacticipant = "";

    @Option(
            names = {"-e", "--version"},
            required = true,
            paramLabel = "VERSION",
            order = 2,
            description = "The version that runs now.")
    private String version = "";

    @Option(names = "--environment", required = true, paramLabel = "NAME", order = 3, description = "Where it runs.")
    private String environment = "";

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    RecordDeploymentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            print(
                    surroundings.console(),
                    broker.client().recordDeployment(pacticipant, version, environment, instance.name()));
        }
        return ExitCode.YES;
    }

    private void print(Console console, DeployedVersion deployed) {
        deployed.notices().forEach(notice -> console.tell(notice.text()));
        if (output.isJson()) {
            console.result(output.json(deployed.json()));
        } else if (output.isId()) {
            console.result(deployed.json().string("uuid").orElse(""));
        } else {
            console.result("Recorded: " + pacticipant + " " + version + " runs in " + environment + instance.asText());
        }
    }
}
