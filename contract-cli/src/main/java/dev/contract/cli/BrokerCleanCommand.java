package dev.contract.cli;

import dev.contract.broker.directory.DirectoryStore;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.retention.Cleaning;
import dev.contract.broker.domain.retention.CleaningReport;
import dev.contract.broker.domain.retention.KeepSelector;
import dev.contract.broker.store.SqlStore;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contract broker clean}: removes old versions from a database, beside the broker that serves it, or from a directory. */
@Command(
        description =
                "Remove old versions from the database of a broker, which may be running, or from a directory of files.",
        abbreviateSynopsis = true)
final class BrokerCleanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--keep-version-selectors",
            paramLabel = "JSON",
            order = 1,
            description =
                    "Which versions stay (PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS). Without it: the newest of"
                            + " all, of each tag and of each branch, and what is younger than 90 days.")
    private @Nullable String selectors;

    @Option(
            names = "--limit",
            paramLabel = "N",
            order = 2,
            description =
                    "How many versions go at the most (PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT). Default: 1000.")
    private int limit = Cleaning.Settings.DEFAULT.limit();

    @Option(
            names = "--dry-run",
            order = 3,
            description = "Only tell what would be done (PACT_BROKER_DATABASE_CLEAN_DRY_RUN).")
    private boolean dryRun;

    @Option(
            names = {"-b", "--broker-base-url"},
            paramLabel = "file:DIR",
            order = 4,
            description = "A directory of files that a team has in git, in place of a database (PACT_BROKER_BASE_URL).")
    private @Nullable String baseUrl;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    BrokerCleanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new WrongUsage("--limit takes a number of at least 1, not " + limit + ".");
        }
        if (directoryIsSaid() && database.isNamed()) {
            throw new WrongUsage(
                    "only one thing is cleaned at a time: --broker-base-url names another than the database");
        }
        if (baseUrl != null && isDirectory(baseUrl) && !database.isNamed()) {
            String name = LocalBroker.directory(baseUrl);
            BrokerOptions.mustBeThere(surroundings, name, "check the name of the directory");
            try (DirectoryStore store = DirectoryStore.open(surroundings.path(name), Clock.systemUTC())) {
                surroundings.console().problems(store.warnings());
                clean(store, store.clock());
            }
        } else {
            try (SqlStore store = SqlStore.open(database.address(surroundings))) {
                clean(store, Clock.systemUTC());
            }
        }
        return ExitCode.YES;
    }

    /** On the command line itself: in the environment a broker may be named that another command asks. */
    private boolean directoryIsSaid() {
        return Objects.requireNonNull(command).commandLine().getParseResult().hasMatchedOption("--broker-base-url");
    }

    private boolean isDirectory(String url) {
        boolean is = LocalBroker.isDirectory(url);
        if (!is && directoryIsSaid()) {
            throw new WrongUsage("--broker-base-url takes a directory here, as file:contracts, not " + url
                    + ": a broker that runs removes by itself what is old, or by POST to /admin/clean");
        }
        return is;
    }

    private void clean(Store store, Clock clock) {
        Cleaning.Settings settings =
                new BrokerVariables(surroundings).forgetting().withLimit(limit);
        Cleaning cleaning = new Cleaning(store, selectors(), settings, clock);
        tell(dryRun ? cleaning.rehearse() : cleaning.run());
    }

    private List<KeepSelector> selectors() {
        return selectors == null
                ? KeepSelector.DEFAULT
                : BrokerVariables.selectors("--keep-version-selectors", selectors);
    }

    private void tell(CleaningReport report) {
        report.applications().stream().filter(each -> each.removed() > 0).forEach(each -> surroundings
                .console()
                .result(each.name() + ": " + each.removed() + " of " + (each.removed() + each.kept()) + " versions, "
                        + each.first() + " to " + each.last()));
        surroundings
                .console()
                .result((report.dryRun() ? "Would remove " : "Removed ") + report.removed() + " versions of "
                        + (report.removed() + report.kept()) + "."
                        + (report.dryRun() ? "" : also(report)));
    }

    private static String also(CleaningReport report) {
        return " Gone as well: " + report.contents() + " contracts that nobody has any more, " + report.results()
                + " results that newer ones stand for, " + report.branches()
                + " branches that nobody used for long, and "
                + report.deliveries() + " old runs of webhooks.";
    }
}
