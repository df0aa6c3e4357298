package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerEnvironment;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract create-environment}. */
@Command(abbreviateSynopsis = true)
final class CreateEnvironmentCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "Its name, without blanks.")
    private String name = "";

    @Option(names = "--display-name", paramLabel = "NAME", order = 2, description = "Its name for people.")
    private @Nullable String displayName;

    @Option(
            names = "--production",
            negatable = true,
            order = 3,
            description = "Whether it serves real users; it does not unless told so.")
    private boolean production;

    @Option(names = "--contact-name", paramLabel = "NAME", order = 4, description = "Who looks after it.")
    private @Nullable String contact;

    @Option(names = "--contact-email-address", paramLabel = "ADDRESS", order = 5, description = "How to reach them.")
    private @Nullable String address;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    CreateEnvironmentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            print(surroundings.console(), broker.client().createEnvironment(details()));
        }
        return ExitCode.YES;
    }

    private JsonObject details() {
        JsonObject.Builder details = JsonObject.builder().put("name", name).put("production", production);
        if (displayName != null) {
            details.put("displayName", displayName);
        }
        if (contact != null || address != null) {
            details.put("contacts", JsonArray.of(contactDetails()));
        }
        return details.build();
    }

    private JsonObject contactDetails() {
        JsonObject.Builder details = JsonObject.builder();
        if (contact != null) {
            details.put("name", contact);
        }
        if (address != null) {
            details.put(
                    "details", JsonObject.builder().put("emailAddress", address).build());
        }
        return details.build();
    }

    private void print(Console console, BrokerEnvironment created) {
        if (output.isJson()) {
            console.result(output.json(created.json()));
        } else if (output.isId()) {
            console.result(created.uuid());
        } else {
            console.result("Created environment " + created.name() + (created.production() ? " (production)" : "")
                    + " with UUID " + created.uuid());
        }
    }
}
