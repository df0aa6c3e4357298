package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract delete-environment}. */
@Command
final class DeleteEnvironmentCommand extends BrokerTask {
    @Mixin
    private WhichEnvironment which = new WhichEnvironment();

    DeleteEnvironmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        String task = "delete the environment";
        BrokerResource resource = which.resource(broker);
        JsonObject environment = resource.get(task);
        resource.delete(task);
        return Told.of(
                environment,
                "uuid",
                "Deleted: environment " + environment.string("name").orElse("")
                        + " with all that was recorded about it");
    }
}
