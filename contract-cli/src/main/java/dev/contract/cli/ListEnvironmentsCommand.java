package dev.contract.cli;

import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerEnvironment;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code contract list-environments}. */
@Command
final class ListEnvironmentsCommand extends BrokerTask {
    ListEnvironmentsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        List<BrokerEnvironment> all = broker.environments();
        Table table = new Table("UUID", "NAME", "DISPLAY NAME", "PRODUCTION");
        all.forEach(
                each -> table.row(each.uuid(), each.name(), each.displayName(), Boolean.toString(each.production())));
        return new Told(
                JsonArray.of(all.stream().map(BrokerEnvironment::json).toList()),
                all.stream().map(BrokerEnvironment::uuid).collect(Collectors.joining("\n")),
                table.toString());
    }
}
