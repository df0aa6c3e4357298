package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.provider.broker.BrokerEnvironment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract list-environments}. */
@Command(abbreviateSynopsis = true)
final class ListEnvironmentsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    ListEnvironmentsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            print(surroundings.console(), broker.client().environments());
        }
        return ExitCode.YES;
    }

    private void print(Console console, List<BrokerEnvironment> environments) {
        if (output.isJson()) {
            console.result(output.json(JsonArray.of(
                    environments.stream().map(BrokerEnvironment::json).toList())));
        } else if (output.isId()) {
            environments.forEach(each -> console.result(each.uuid()));
        } else {
            Table table = new Table("UUID", "NAME", "DISPLAY NAME", "PRODUCTION");
            environments.forEach(each ->
                    table.row(each.uuid(), each.name(), each.displayName(), Boolean.toString(each.production())));
            console.result(table.toString());
        }
    }
}
