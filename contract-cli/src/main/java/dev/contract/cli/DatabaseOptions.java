package dev.contract.cli;

import dev.contract.broker.store.DatabaseAddress;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Which database a broker keeps everything in: a file, or one of PostgreSQL's. What is said nearest counts: the options, then a URL in the
 * environment, then its parts there, then the file.
 */
@Command
final class DatabaseOptions {
    /** The options of its parts, where a command has them. */
    private static final List<String> PARTS = BrokerSetting.Subject.DATABASE.settings().stream()
            .flatMap(setting -> setting.option().stream())
            .toList();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--database",
            paramLabel = "FILE",
            order = 50,
            description = "The file, created when there is none (CONTRACT_BROKER_DATABASE). Default: ./"
                    + BrokerOptions.DEFAULT_DATABASE + ".")
    private String file = BrokerOptions.DEFAULT_DATABASE;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            order = 51,
            description = "A database on a PostgreSQL server in its place, as postgres://USER:PASSWORD@HOST:PORT/NAME"
                    + " (PACT_BROKER_DATABASE_URL).")
    private @Nullable String url;

    DatabaseAddress address(Surroundings surroundings) {
        boolean fileIsSaid = isSaid("--database") && !isSaid("--database-url");
        List<String> parts = fileIsSaid || isSaid("--database-url")
                ? List.of()
                : PARTS.stream().filter(this::isSaid).toList();
        if (url != null && !fileIsSaid && parts.isEmpty()) {
            return DatabaseAddress.parse(url);
        }
        if (!fileIsSaid && hasParts(surroundings)) {
            return ofParts(surroundings);
        }
        if (!parts.isEmpty()) { // a file in the place of a server would be empty, and nobody would know why
            throw new WrongUsage(parts.get(0)
                    + " is a part of an address, and the name of the database is missing: say --database-name as well,"
                    + " or all of it by --database-url");
        }
        return DatabaseAddress.file(surroundings.path(file));
    }

    /** The file that counts when no server does, as the user wrote it. */
    String file(Surroundings surroundings) {
        boolean isOfParts = !isSaid("--database") && adapter(surroundings).equals("sqlite");
        return isOfParts ? part(surroundings, "PACT_BROKER_DATABASE_NAME", BrokerOptions.DEFAULT_DATABASE) : file;
    }

    /** Whether the command line itself names one. */
    boolean isNamed() {
        return isSaid("--database") || isSaid("--database-url");
    }

    /** On the command line itself, not by a variable. */
    private boolean isSaid(String option) {
        return command != null && command.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static boolean hasParts(Surroundings surroundings) {
        return surroundings.variable("PACT_BROKER_DATABASE_ADAPTER") != null
                || surroundings.variable("PACT_BROKER_DATABASE_NAME") != null;
    }

    /** Who names no adapter means PostgreSQL, as with the Pact Broker. */
    private static DatabaseAddress ofParts(Surroundings surroundings) {
        String name = part(surroundings, "PACT_BROKER_DATABASE_NAME", "");
        return switch (adapter(surroundings)) {
            case "sqlite" ->
                DatabaseAddress.file(surroundings.path(name.isEmpty() ? BrokerOptions.DEFAULT_DATABASE : name));
            case "postgres", "postgresql" -> server(surroundings, name);
            default ->
                throw new ContractException(Problem.error("BROKER-STORE", "there is no such kind of database")
                        .found("PACT_BROKER_DATABASE_ADAPTER=" + Quoted.text(adapter(surroundings)))
                        .mend("say postgres or sqlite"));
        };
    }

    private static String adapter(Surroundings surroundings) {
        return part(surroundings, "PACT_BROKER_DATABASE_ADAPTER", "postgres").toLowerCase(Locale.ROOT);
    }

    private static DatabaseAddress server(Surroundings surroundings, String name) {
        return new DatabaseAddress.Server(
                part(surroundings, "PACT_BROKER_DATABASE_HOST", "localhost"),
                port(part(surroundings, "PACT_BROKER_DATABASE_PORT", "5432")),
                name,
                part(surroundings, "PACT_BROKER_DATABASE_USERNAME", ""),
                part(surroundings, "PACT_BROKER_DATABASE_PASSWORD", ""),
                part(surroundings, "PACT_BROKER_DATABASE_SSLMODE", "prefer"),
                "");
    }

    /** 0, which is none, for what is no number. */
    private static int port(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static String part(Surroundings surroundings, String name, String otherwise) {
        String value = surroundings.variable(name);
        return value == null ? otherwise : value;
    }
}
