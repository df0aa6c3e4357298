package dev.contract.cli;

import dev.contract.broker.store.Backup;
import dev.contract.broker.store.DatabaseAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code contract broker backup}: copies the database of a broker, which may be running. */
@Command(description = "Copy the database file of a broker, which may be running.", abbreviateSynopsis = true)
final class BrokerBackupCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "Where the copy goes; what is there is replaced once the copy is whole.")
    private String target = "";

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    BrokerBackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DatabaseAddress address = database.address(surroundings);
        Backup.write(address, surroundings.path(target).toAbsolutePath());
        surroundings.console().result("Copied " + address + " to " + target + ".");
        return ExitCode.YES;
    }
}
