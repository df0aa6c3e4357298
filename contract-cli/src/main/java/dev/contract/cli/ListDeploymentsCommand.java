package dev.contract.cli;

import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contract list-deployments}. */
@Command
final class ListDeploymentsCommand extends BrokerTask {
    private static final String TASK = "list what is deployed";

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            description = "Only this application.")
    private @Nullable String pacticipant;

    @Option(names = "--environment", paramLabel = "NAME", order = 2, description = "Only this environment.")
    private @Nullable String environment;

    private final Table table = new Table("APPLICATION", "VERSION", "ENVIRONMENT", "INSTANCE", "SINCE");
    private final List<JsonObject> all = new ArrayList<>();

    ListDeploymentsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<BrokerEnvironment> environments =
                environment == null ? broker.environments() : List.of(WhichEnvironment.named(broker, environment));
        for (BrokerEnvironment each : environments) {
            add(broker, each, "deployed-versions", "currently-deployed", "deployedVersions");
            add(broker, each, "released-versions", "currently-supported", "releasedVersions");
        }
        return Told.of(JsonArray.of(all), all.isEmpty() ? "Nothing is recorded as deployed." : table.toString());
    }

    private void add(BrokerClient broker, BrokerEnvironment in, String kind, String current, String list) {
        for (JsonObject each : broker.at("environments", in.uuid(), kind, current)
                .with("pacticipant", pacticipant)
                .list(TASK, list)) {
            all.add(each);
            table.row(
                    embedded(each, "pacticipant", "name"),
                    embedded(each, "version", "number"),
                    in.name(),
                    kind.startsWith("released")
                            ? "(released)"
                            : each.string("applicationInstance").orElse(""),
                    each.string("createdAt").orElse(""));
        }
    }

    private static String embedded(JsonObject of, String object, String field) {
        return of.object("_embedded")
                .flatMap(all -> all.object(object))
                .flatMap(one -> one.string(field))
                .orElse("");
    }
}
