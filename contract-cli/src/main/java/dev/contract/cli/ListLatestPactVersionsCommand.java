package dev.contract.cli;

import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code contract list-latest-pact-versions}. */
@Command
final class ListLatestPactVersionsCommand extends BrokerTask {
    ListLatestPactVersionsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<JsonObject> pacts = broker.at("pacts", "latest").list("list the latest contracts", "pacts");
        Table table = new Table("CONSUMER", "C.VERSION", "PROVIDER", "CREATED");
        pacts.forEach(pact -> table.row(
                text(pact, "consumer", "name"),
                embedded(pact)
                        .flatMap(each -> each.object("consumer"))
                        .map(consumer -> text(consumer, "version", "number"))
                        .orElse(""),
                text(pact, "provider", "name"),
                pact.string("createdAt").orElse("")));
        return Told.of(JsonArray.of(pacts), table.toString());
    }

    private static Optional<JsonObject> embedded(JsonObject of) {
        return of.object("_embedded");
    }

    private static String text(JsonObject of, String object, String field) {
        return embedded(of)
                .flatMap(each -> each.object(object))
                .flatMap(each -> each.string(field))
                .orElse("");
    }
}
