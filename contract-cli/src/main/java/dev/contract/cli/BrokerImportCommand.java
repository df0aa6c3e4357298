package dev.contract.cli;

import dev.contract.broker.store.SqlStore;
import dev.contract.cli.transfer.Tally;
import dev.contract.cli.transfer.Transfer;
import dev.contract.provider.broker.HttpBrokerTransport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract broker import}: takes over what another broker knows, into a database that a broker may serve. */
@Command(
        description = "Take over what another broker knows, into the database of a broker, which may be running.",
        abbreviateSynopsis = true)
final class BrokerImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "URL",
            order = 1,
            description = "The other broker; or file:DIR, a directory of files that a team has in git.")
    private String from = "";

    @Option(
            names = "--since",
            paramLabel = "DATE",
            order = 2,
            description = "Leave out contracts and results from before, as 2026-01-31, unless their version is live.")
    private @Nullable String since;

    @Option(
            names = "--from-username",
            paramLabel = "NAME",
            order = 3,
            description = "User name at the other broker (CONTRACT_IMPORT_USERNAME).")
    private @Nullable String username;

    @Option(
            names = "--from-password",
            paramLabel = "PASSWORD",
            order = 4,
            description = "Its password (CONTRACT_IMPORT_PASSWORD).")
    private @Nullable String password;

    @Option(
            names = "--from-token",
            paramLabel = "TOKEN",
            order = 5,
            description = "A bearer token instead (CONTRACT_IMPORT_TOKEN).")
    private @Nullable String token;

    @Mixin
    private BrokerTlsOptions tls = new BrokerTlsOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    BrokerImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant start = since == null ? null : time(since);
        try (SqlStore store =
                        SqlStore.open(database.address(surroundings), new WebhookVariables(surroundings).vault());
                BrokerAccess there = there()) {
            tell(new Transfer(there.client(), store, start, surroundings.console()::tell).run());
        } catch (RuntimeException e) {
            surroundings.console().tell("What was taken over until here is kept; run the command again to go on.");
            throw e;
        }
        return ExitCode.YES;
    }

    private BrokerAccess there() {
        if (!LocalBroker.isDirectory(from)) {
            return BrokerAccess.over(transport());
        }
        String name = LocalBroker.directory(from);
        BrokerOptions.mustBeThere(surroundings, name, "check the name of the directory");
        return LocalBroker.ofDirectory(surroundings.path(name), surroundings.console());
    }

    private HttpBrokerTransport.Builder transport() {
        HttpBrokerTransport.Builder transport = HttpBrokerTransport.to(from).onRetry(surroundings.console()::tell);
        if (token != null) {
            transport.bearer(token);
        } else if (username != null) {
            transport.basic(username, password == null ? "" : password);
        }
        tls.applyTo(transport, surroundings);
        Proxies.of(surroundings.variables()).forUrl(from).ifPresent(transport::proxy);
        return transport;
    }

    private static Instant time(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new WrongUsage("--since takes a day or a time, as 2026-01-31 or 2026-01-31T12:00:00Z, not " + text);
        }
    }

    private void tell(Tally tally) {
        surroundings.console().result("Taken over from " + from + ": " + tally + ".");
        if (tally.webhooks() > 0) {
            surroundings
                    .console()
                    .tell("Webhooks came without their secrets, and are disabled: complete and enable them with"
                            + " create-or-update-webhook.");
        }
    }
}
