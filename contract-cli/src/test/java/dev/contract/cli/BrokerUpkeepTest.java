package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.Broker;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.retention.KeepSelector;
import dev.contract.broker.domain.retention.Retention;
import dev.contract.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerUpkeepTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> variables, String... arguments) {
        return Main.run(surroundings(variables), arguments);
    }

    private Surroundings surroundings(Map<String, String> variables) {
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new Surroundings(new Console(stream, stream, false, false), variables, folder, duration -> {});
    }

    private String told() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private static void addVersions(Broker broker, String... numbers) {
        broker.store().write(kept -> {
            Party web = kept.pacticipants()
                    .ensure(new PacticipantName("web"), Instant.EPOCH)
                    .value()
                    .party();
            return Stream.of(numbers)
                    .map(number -> kept.versions().ensure(web, new VersionNumber(number), Instant.EPOCH))
                    .toList();
        });
    }

    private void addVersions(String database, String... numbers) {
        try (Broker broker = Broker.open(folder.resolve(database))) {
            addVersions(broker, numbers);
        }
    }

    private static List<String> versions(Path database) {
        try (Broker broker = Broker.open(database)) {
            return broker.store().read(kept -> kept.pacticipants().all().stream()
                    .flatMap(each -> kept.versions().all(each.party(), Slice.ALL).stream())
                    .map(version -> version.number().value())
                    .toList());
        }
    }

    @Test
    void a_copy_of_a_running_broker_replaces_an_older_one() throws IOException {
        Files.writeString(folder.resolve("copy.db"), "an older copy");
        try (Broker broker = Broker.open(folder.resolve("broker.db"))) {
            addVersions(broker, "1", "2");

            assertThat(run("broker", "backup", "copy.db", "--database", "broker.db"))
                    .isEqualTo(ExitCode.YES);
            addVersions(broker, "3");
        }

        assertThat(told()).isEqualTo("Copied " + folder.resolve("broker.db") + " to copy.db.\n");
        assertThat(versions(folder.resolve("copy.db"))).containsExactly("2", "1");
        assertThat(folder.resolve("copy.db.unfinished")).doesNotExist();
    }

    @Test
    void a_copy_that_cannot_be_written_leaves_nothing() {
        Broker.open(folder.resolve("broker.db")).close();

        assertThat(run("broker", "backup", "nowhere/copy.db", "--database", "broker.db"))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(told()).contains("BROKER-STORE").contains("the copy of the database cannot be written");
    }

    @Test
    void a_copy_that_cannot_take_its_place_leaves_nothing() throws IOException {
        Broker.open(folder.resolve("broker.db")).close();
        Files.createDirectories(folder.resolve("copy.db/full"));

        assertThat(run("broker", "backup", "copy.db", "--database", "broker.db"))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(told()).contains("the copy of the database cannot be written");
        assertThat(folder.resolve("copy.db.unfinished")).doesNotExist();
    }

    @Test
    void a_database_is_not_replaced_by_its_copy() throws IOException {
        try (Broker broker = Broker.open(folder.resolve("broker.db"))) {
            Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("broker.db"));

            assertThat(run("broker", "backup", "link.db", "--database", "broker.db"))
                    .isEqualTo(ExitCode.COULD_NOT);
            addVersions(broker, "1");
        }

        assertThat(told()).contains("this is the database itself, and no place for its copy");
        assertThat(folder.resolve("link.db")).isSymbolicLink();
        assertThat(versions(folder.resolve("broker.db"))).containsExactly("1");
    }

    @Test
    void a_database_that_is_not_there_is_not_made_to_be_copied() {
        assertThat(run("broker", "backup", "copy.db", "--database", "broker.db"))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(folder.resolve("broker.db")).doesNotExist();
        assertThat(told()).contains("there is no such database");
    }

    @Test
    void old_versions_are_removed_beside_a_running_broker() {
        try (Broker broker = Broker.open(folder.resolve("broker.db"))) {
            addVersions(broker, "1", "2", "3");

            assertThat(run("broker", "clean", "--dry-run", "--database", "broker.db"))
                    .isEqualTo(ExitCode.YES);
            assertThat(run("broker", "clean", "--limit", "1", "--database", "broker.db"))
                    .isEqualTo(ExitCode.YES);
        }

        assertThat(told()).isEqualTo("""
                web: 2 of 3 versions, 1 to 2
                Would remove 2 versions of 3.
                web: 1 of 3 versions, 1 to 1
                Removed 1 versions of 3. Gone as well: 0 contracts that nobody has any more, 0 results that newer ones stand for, 0 branches that nobody used for long, and 0 old runs of webhooks.
                """);
        assertThat(versions(folder.resolve("broker.db"))).containsExactly("3", "2");
    }

    @Test
    void branches_are_forgotten_when_the_operator_says() {
        try (Broker broker = Broker.open(folder.resolve("broker.db"))) {
            broker.store().write(kept -> {
                Version version = kept.versions()
                        .ensure(
                                kept.pacticipants()
                                        .ensure(new PacticipantName("web"), Instant.EPOCH)
                                        .value()
                                        .party(),
                                new VersionNumber("1"),
                                Instant.EPOCH)
                        .value();
                return kept.branches().add(version, new BranchName("old"), Instant.EPOCH);
            });

            run(
                    Map.of("CONTRACT_BROKER_DATABASE_CLEAN_BRANCH_MAX_AGE", "99999"),
                    "broker",
                    "clean",
                    "--database",
                    "broker.db");
            run(
                    Map.of("CONTRACT_BROKER_DATABASE_CLEAN_BRANCH_MAX_AGE", "30"),
                    "broker",
                    "clean",
                    "--database",
                    "broker.db");
        }

        assertThat(told().lines().map(line -> line.replaceFirst(".* stand for, ", "")))
                .containsExactly(
                        "0 branches that nobody used for long, and 0 old runs of webhooks.",
                        "1 branches that nobody used for long, and 0 old runs of webhooks.");
    }

    @Test
    void what_is_removed_through_the_api_is_what_the_operator_says() {
        Retention retention = new BrokerVariables(surroundings(Map.of(
                        "PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS", "[{\"max_age\": 365}]",
                        "PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT", "7",
                        "PACT_BROKER_DATABASE_CLEAN_ENABLED", "false",
                        "CONTRACT_BROKER_DATABASE_CLEAN_BRANCH_MAX_AGE", "400")))
                .of(ApiSettings.DEFAULT)
                .retention();

        assertThat(retention.selectors()).isNotEqualTo(KeepSelector.DEFAULT).hasSize(1);
        assertThat(retention.settings().limit()).isEqualTo(7);
        assertThat(retention.settings().branchAge()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void options_count_whatever_the_variables_say() {
        addVersions("broker.db", "1", "2", "3");

        run(
                Map.of(
                        "PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS", "[{",
                        "PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT", "abc"),
                "broker",
                "clean",
                "--dry-run",
                "--limit=1",
                "--keep-version-selectors=[{\"latest\": true}]",
                "--database=broker.db");

        assertThat(told()).isEqualTo("web: 1 of 3 versions, 1 to 1\nWould remove 1 versions of 3.\n");
    }

    @Test
    void a_file_of_settings_counts_for_what_stands_behind_it() throws IOException {
        Files.writeString(folder.resolve("broker.yml"), "database_clean_dry_run: true\n");
        addVersions("broker.db", "1", "2", "3");

        run("broker", "-v", "--config", "broker.yml", "clean", "--database", "broker.db");

        assertThat(told()).isEqualTo("web: 2 of 3 versions, 1 to 2\nWould remove 2 versions of 3.\n");
    }

    @Test
    void only_what_is_named_is_cleaned() {
        String url = "https://broker.example";

        assertThat(run("broker", "clean", "-b", "file:contracts", "--database", "x.db"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(Map.of("PACT_BROKER_BASE_URL", url), "broker", "clean", "-b", url))
                .isEqualTo(ExitCode.USAGE);

        assertThat(told()).isEqualTo("""
                CONTRACT-USAGE  only one thing is cleaned at a time: --broker-base-url names another than the database
                  where  contract broker clean
                  mend   see contract broker clean --help
                CONTRACT-USAGE  --broker-base-url takes a directory here, as file:contracts, not https://broker.example: a broker that runs removes by itself what is old, or by POST to /admin/clean
                  where  contract broker clean
                  mend   see contract broker clean --help
                """);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void names_of_kept_branches_may_have_commas() {
        Retention retention = new BrokerVariables(
                        surroundings(Map.of("CONTRACT_BROKER_DATABASE_CLEAN_KEEP_BRANCHES", "release/1,2 next")))
                .retention();

        assertThat(retention.settings().keptBranches())
                .containsExactlyInAnyOrder(new BranchName("release/1,2"), new BranchName("next"));
    }

    @Test
    void selectors_that_are_no_list_are_wrong_usage() {
        assertThat(run("broker", "clean", "--keep-version-selectors", "{}", "--database", "broker.db"))
                .isEqualTo(ExitCode.USAGE);
    }
}
