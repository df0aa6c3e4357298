package dev.contract.cli;

import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code contract list-pacticipants}. */
@Command
final class ListPacticipantsCommand extends BrokerTask {
    ListPacticipantsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<JsonObject> all = broker.at("pacticipants").list("list the applications", "pacticipants");
        Table table = new Table("NAME", "DISPLAY NAME", "MAIN BRANCH");
        all.forEach(each -> table.row(name(each), text(each, "displayName"), text(each, "mainBranch")));
        return new Told(
                JsonArray.of(all),
                all.stream().map(ListPacticipantsCommand::name).collect(Collectors.joining("\n")),
                table.toString());
    }

    private static String name(JsonObject application) {
        return text(application, "name");
    }

    private static String text(JsonObject application, String field) {
        return application.string(field).orElse("");
    }
}
