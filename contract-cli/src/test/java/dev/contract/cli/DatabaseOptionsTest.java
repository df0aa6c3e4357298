package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.store.DatabaseAddress;
import dev.contract.cli.Cli.Ended;
import dev.contract.cli.console.Console;
import dev.contract.core.problem.ContractException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DatabaseOptionsTest {
    private static final String URL = "postgres://me:secret@db/pacts";
    private static final Path HERE = Path.of("/here");

    @TempDir
    private Path directory;

    @Command
    private static final class AnyCommand {
        @Mixin
        private final DatabaseOptions database = new DatabaseOptions();
    }

    private static DatabaseAddress address(Map<String, String> variables, String... arguments) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings surroundings =
                new Surroundings(new Console(nobody, nobody, false, false), variables, HERE, duration -> {});
        AnyCommand command = new AnyCommand();
        new CommandLine(command)
                .setDefaultValueProvider(new VariableDefaults(surroundings))
                .parseArgs(arguments);
        return command.database.address(surroundings);
    }

    private static DatabaseAddress file(String name) {
        return DatabaseAddress.file(HERE.resolve(name));
    }

    @Test
    void a_file_is_used_when_nothing_is_said() {
        assertThat(address(Map.of())).isEqualTo(file("contract-broker.db"));
        assertThat(address(Map.of("CONTRACT_BROKER_DATABASE", "x.db"))).isEqualTo(file("x.db"));
    }

    @Test
    void a_url_counts_more_than_the_file() {
        Map<String, String> both = Map.of("PACT_BROKER_DATABASE_URL", URL, "CONTRACT_BROKER_DATABASE", "x.db");

        assertThat(address(both)).isEqualTo(DatabaseAddress.parse(URL));
        assertThat(address(Map.of(), "--database-url", URL)).isEqualTo(DatabaseAddress.parse(URL));
    }

    @Test
    void what_is_said_on_the_command_line_counts_more_than_variables() {
        assertThat(address(Map.of("PACT_BROKER_DATABASE_URL", URL), "--database", "mine.db"))
                .isEqualTo(file("mine.db"));
    }

    @Test
    void the_parts_of_an_address_stand_for_the_whole() {
        Map<String, String> parts = Map.of(
                "PACT_BROKER_DATABASE_HOST", "db",
                "PACT_BROKER_DATABASE_PORT", "6543",
                "PACT_BROKER_DATABASE_NAME", "pacts",
                "PACT_BROKER_DATABASE_USERNAME", "me",
                "PACT_BROKER_DATABASE_PASSWORD", "secret",
                "PACT_BROKER_DATABASE_SSLMODE", "require");

        assertThat(address(parts))
                .isEqualTo(new DatabaseAddress.Server("db", 6543, "pacts", "me", "secret", "require", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "port", "username", "password", "sslmode"})
    void a_part_without_the_name_is_no_file(String part) {
        Cli cli = new Cli(directory).with("PACT_BROKER_DATABASE_URL", URL);
        String option = "--database-" + part;

        assertThat(cli.run("broker", "--port", "0", option, "1"))
                .isEqualTo(new Cli(directory).run("broker", "--port", "0", option, "1"))
                .isEqualTo(new Ended(64, "", """
                        CONTRACT-USAGE  %s is a part of an address, and the name of the database is missing: say --database-name as well, or all of it by --database-url
                          where  contract broker
                          mend   see contract broker --help
                        """.formatted(option)));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void the_adapter_may_be_a_file() {
        assertThat(address(Map.of("PACT_BROKER_DATABASE_ADAPTER", "sqlite", "PACT_BROKER_DATABASE_NAME", "y.db")))
                .isEqualTo(file("y.db"));
    }

    @Test
    void another_adapter_is_refused() {
        assertThatThrownBy(() -> address(Map.of("PACT_BROKER_DATABASE_ADAPTER", "mysql2")))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        BROKER-STORE  there is no such kind of database
                          found  PACT_BROKER_DATABASE_ADAPTER="mysql2"
                          mend   say postgres or sqlite""");
    }
}
