package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract create-environment}. */
@Command
final class CreateEnvironmentCommand extends BrokerTask {
    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "Its name, without blanks.")
    private String name = "";

    @Mixin
    private EnvironmentDetails details = new EnvironmentDetails();

    CreateEnvironmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    void prepare(BrokerOptions broker) {
        details.check();
    }

    @Override
    Told run(BrokerClient broker) {
        BrokerEnvironment created =
                broker.createEnvironment(details.changed(JsonObject.of("name", JsonString.of(name))));
        return new Told(
                created.json(),
                created.uuid(),
                "Created environment " + created.name() + (created.production() ? " (production)" : "") + " with UUID "
                        + created.uuid());
    }
}
