package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract describe-environment}. */
@Command
final class DescribeEnvironmentCommand extends BrokerTask {
    @Mixin
    private WhichEnvironment which = new WhichEnvironment();

    DescribeEnvironmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject environment = which.resource(broker).get("describe the environment");
        return Told.of(environment, "uuid", EnvironmentReport.of(environment));
    }
}
