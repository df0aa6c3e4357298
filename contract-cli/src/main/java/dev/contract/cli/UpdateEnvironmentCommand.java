package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract update-environment}. */
@Command
final class UpdateEnvironmentCommand extends BrokerTask {
    @Mixin
    private WhichEnvironment which = new WhichEnvironment();

    @Mixin
    private EnvironmentDetails details = new EnvironmentDetails();

    UpdateEnvironmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void prepare(BrokerOptions broker) {
        details.check();
    }

    @Override
    Told run(BrokerClient broker) {
        String task = "update the environment";
        BrokerResource resource = which.resource(broker);
        JsonObject known = resource.get(task);
        JsonObject named = which.newName()
                .map(name -> known.with("name", JsonString.of(name)))
                .orElse(known);
        JsonObject updated = resource.put(task, details.changed(named));
        return Told.of(updated, "uuid", "Updated: " + EnvironmentReport.of(updated));
    }
}
