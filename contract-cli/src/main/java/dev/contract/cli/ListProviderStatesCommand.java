package dev.contract.cli;

import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contract list-provider-states}. */
@Command
final class ListProviderStatesCommand extends BrokerTask {
    private static final String TASK = "list the provider states";

    @Option(
            names = {"-r", "--provider"},
            required = true,
            paramLabel = "NAME",
            order = 1,
            description = "The provider.")
    private String provider = "";

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            order = 2,
            description = "Of contracts from this branch, in place of the main branches of consumers.")
    private @Nullable String branch;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            order = 3,
            description = "Of contracts of what is in this environment.")
    private @Nullable String environment;

    @Option(names = "--json", order = 4, description = "The same as --output json.")
    private boolean json;

    ListProviderStatesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject answer = resource(broker).get(TASK);
        List<JsonObject> states = answer.array("providerStates").stream()
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .toList();
        return json ? Told.of(answer, answer.toJson()) : Told.of(answer, table(states));
    }

    private BrokerResource resource(BrokerClient broker) {
        if (branch != null && environment != null) {
            throw new WrongUsage("--branch and --environment exclude each other");
        }
        if (branch != null) {
            return broker.at("pacts", "provider", provider, "provider-states", "branch", branch);
        }
        if (environment != null) {
            String uuid = WhichEnvironment.named(broker, environment).uuid();
            return broker.at("pacts", "provider", provider, "provider-states", "environment", uuid);
        }
        return broker.at("pacts", "provider", provider, "provider-states");
    }

    private static String table(List<JsonObject> states) {
        Table table = new Table("STATE", "PARAMETERS", "CONSUMERS");
        for (JsonObject state : states) {
            JsonObject parameters = state.object("params").orElse(JsonObject.EMPTY);
            table.row(
                    state.string("name").orElse(""),
                    parameters.isEmpty() ? "" : parameters.toJson(),
                    state.array("consumers").stream()
                            .flatMap(JsonArray::stream)
                            .flatMap(ListProviderStatesCommand::text)
                            .collect(Collectors.joining(", ")));
        }
        return table.toString();
    }

    private static Stream<String> text(JsonValue value) {
        return value.asString().stream();
    }
}
