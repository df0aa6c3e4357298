package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.egress.AddressRange;
import dev.contract.cli.BrokerSetting.Subject;
import dev.contract.cli.Cli.Ended;
import dev.contract.core.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class BrokerSettingsTest {
    @TempDir
    private Path directory;

    private Cli cli() {
        return new Cli(directory);
    }

    private static Stream<String> changed(Ended ended, Ended standard) {
        Set<String> before = standard.out().lines().collect(Collectors.toCollection(TreeSet::new));
        return ended.out().lines().filter(line -> !before.contains(line));
    }

    @Test
    void are_printed_as_a_file_has_them() throws IOException {
        Ended printed = cli().run("broker", "--print-config");

        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out())
                .startsWith("port: 9292\nhost: 127.0.0.1\nbase_url: \"\"\ndatabase: contract-broker.db\n")
                .contains("\nwebhook_retry_schedule: 10 60 120 300 600 1200\n")
                .contains("\ndatabase_clean_cron_schedule: \"15 2 * * *\"\n");
        Files.writeString(directory.resolve("printed.yml"), printed.out());
        assertThat(cli().run("broker", "--print-config", "--config", "printed.yml"))
                .isEqualTo(printed);
        assertThat(directory.resolve("contract-broker.db")).doesNotExist();
    }

    @Test
    void come_from_options_then_variables_then_a_file() throws IOException {
        Files.writeString(directory.resolve("broker.yml"), """
                port: 1000
                host: 0.0.0.0
                log_level: debug
                basic_auth: {username: ci, password: "from the file"}
                main_branch_candidates: [trunk, main]
                database:
                  clean:
                    keep_version_selectors: [{latest: true}]
                """);
        Cli with = cli().with("PORT", "2000").with("CONTRACT_BROKER_HOST", "127.0.0.2");

        assertThat(changed(
                        with.run("broker", "--config=broker.yml", "--port", "3000", "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly(
                        "port: 3000",
                        "host: 127.0.0.2",
                        "basic_auth_username: ci",
                        "basic_auth_password: \"**********\"",
                        "main_branch_candidates: trunk main",
                        "database_clean_keep_version_selectors: \"[{\\\"latest\\\":true}]\"",
                        "log_level: debug");
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void have_an_option_each_that_counts_more_than_the_variable(Subject subject) {
        for (BrokerSetting setting : subject.settings()) {
            String option = setting.option().orElseThrow();
            String value = !setting.isSwitch() ? "#7" : setting.standard().equals("true") ? "false" : "true";

            assertThat(changed(
                            cli().with(setting.variable(), "of the variable")
                                    .run("broker", option + "=" + value, "--print-config"),
                            cli().run("broker", "--print-config")))
                    .contains(setting.key() + ": "
                            + (setting.isSwitch()
                                    ? value
                                    : JsonString.of(setting.shown(value)).toJson()));
        }
    }

    @Test
    void that_are_yes_or_no_are_yes_without_a_value_and_may_be_no() {
        assertThat(changed(
                        cli().run(
                                        "broker",
                                        "--allow-dangerous-contract-modification",
                                        "--database-clean-enabled=false",
                                        "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly("allow_dangerous_contract_modification: true", "database_clean_enabled: false");
    }

    @Test
    void that_are_yes_or_no_are_nothing_else() {
        assertThat(cli().run("broker", "--database-clean-enabled=ture", "--print-config"))
                .isEqualTo(new Ended(64, "", """
                        CONTRACT-USAGE  --database-clean-enabled takes true or false, not ture
                          where  contract broker
                          mend   see contract broker --help
                        """));
        assertThat(cli().run("broker", "--use-first-tag-as-branch=on", "--print-config")
                        .exitCode())
                .isEqualTo(64);
    }

    @Test
    void are_shown_by_the_help_by_what_they_are_about() {
        assertThat(cli().run("broker", "--help").out()).contains("\nThe log:\n      --log-format=VALUE ");
    }

    @Test
    void know_the_port_and_the_address_by_the_names_of_others() throws IOException {
        Files.writeString(directory.resolve("broker.yml"), "port: 1000\n");

        Ended printed = cli().with("PACT_BROKER_PORT", "1234")
                .run("broker", "--bind", "0.0.0.0", "--config", "broker.yml", "--print-config");

        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).startsWith("port: 1234\nhost: 0.0.0.0\n");
        assertThat(cli().with("PACT_BROKER_PORT", "1234")
                        .with("PORT", "2345")
                        .run("broker", "--print-config")
                        .out())
                .startsWith("port: 2345\n");
    }

    @Test
    void take_where_kubernetes_has_a_service_of_this_name_for_no_port() {
        assertThat(cli().with("PACT_BROKER_PORT", "tcp://10.96.3.4:80").run("broker", "--print-config"))
                .isEqualTo(cli().run("broker", "--print-config"));
    }

    @Test
    void show_the_file_that_is_named_as_a_part_of_the_database() {
        assertThat(changed(
                        cli().run(
                                        "broker",
                                        "--database-adapter",
                                        "sqlite",
                                        "--database-name",
                                        "foo.db",
                                        "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly("database: foo.db", "database_adapter: sqlite", "database_name: foo.db");
    }

    @Test
    void may_be_properties_and_be_named_by_a_variable() throws IOException {
        Files.writeString(
                directory.resolve("broker.properties"),
                "database.url = postgres://me:s3cret@db/pacts\nallow-public-read = true\n");

        assertThat(changed(
                        cli().with("CONTRACT_BROKER_CONFIG", "broker.properties")
                                .run("broker", "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly("database_url: \"postgres://me:**********@db/pacts\"", "allow_public_read: true");
    }

    @Test
    void are_written_by_words_whatever_their_case() {
        assertThat(changed(
                        cli().with("CONTRACT_BROKER_MODE", "compat").run("broker", "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly("mode: compat");
        assertThat(cli().run("broker", "--mode", "Strict", "--print-config"))
                .isEqualTo(cli().run("broker", "--print-config"));
        assertThat(cli().run("broker", "--mode", "lax", "--print-config").err())
                .startsWith("CONTRACT-USAGE  invalid value for option '--mode': expected one of [STRICT, COMPAT]"
                        + " (case-insensitive) but was 'lax'");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://me:s3cret@db/pacts, postgres://me:**********@db/pacts",
        "postgres://me:s3@c/ret@db/pacts, postgres://me:**********@db/pacts",
        "jdbc:postgresql://db/pacts?user=me&password=s3cret&sslmode=require, jdbc:postgresql://db/pacts?user=me&password=**********&sslmode=require",
    })
    void show_no_password_of_a_database(String url, String shown) {
        assertThat(changed(
                        cli().with("PACT_BROKER_DATABASE_URL", url).run("broker", "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly("database_url: \"" + shown + "\"");
    }

    @Test
    void that_nobody_knows_are_told_and_do_no_harm() throws IOException {
        Files.writeString(directory.resolve("broker.yml"), "colour: green\n");

        assertThat(cli().with("PACT_BROKER_LOG_LEVLE", "debug")
                        .with("PACT_BROKER_TOKEN", "of a client")
                        .with("PACT_BROKER_CAN_I_DEPLOY_IGNORE", "x")
                        .with("CONTRACT_BROKER_CONFIG", "broker.yml")
                        .run("broker", "--print-config")
                        .err())
                .isEqualTo("""
                        PACT_BROKER_COLOUR is no setting of this broker.
                        PACT_BROKER_LOG_LEVLE is no setting of this broker. Did you mean PACT_BROKER_LOG_LEVEL?
                        """);
    }

    @Test
    void name_proxies_with_blanks_or_commas_between_them() {
        assertThat(changed(
                        cli().with("CONTRACT_BROKER_TRUSTED_PROXIES", "10.1.0.0/16, 192.0.2.1")
                                .run("broker", "--print-config"),
                        cli().run("broker", "--print-config")))
                .containsExactly("trusted_proxies: 10.1.0.0/16 192.0.2.1");

        AccessOptions options = new AccessOptions();
        new CommandLine(options).parseArgs("--trusted-proxy", "10.1.0.0/16 192.0.2.1", "--trusted-proxy", "fd00::/8");
        assertThat(options.settings().proxies().ranges())
                .map(AddressRange::bits)
                .containsExactly(16, 32, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "CONTRACT_BROKER_TRUSTED_PROXIES, proxy.example",
        "CONTRACT_BROKER_TRUSTED_PROXIES, 10.1.0.0/33",
        "PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE, daily",
        "PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS, {}",
        "PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS, [{",
        "PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT, many",
        "CONTRACT_BROKER_DATABASE_CLEAN_KEEP_BRANCHES, main release/*",
        "PACT_BROKER_LOG_LEVEL, loud",
        "PACT_BROKER_LOG_FORMAT, xml",
        "PACT_BROKER_PACT_CONTENT_DIFF_TIMEOUT, 15s",
        "PACT_BROKER_WEBHOOK_RETRY_SCHEDULE, soon",
    })
    void that_cannot_be_meant_are_refused_by_name(String variable, String value) {
        Ended ended = cli().with(variable, value).run("broker", "--port", "0");

        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).startsWith("CONTRACT-USAGE  ").contains(variable.substring("PACT_BROKER".length()));
    }

    @Test
    void in_a_file_that_is_not_there_are_a_problem() {
        assertThat(cli().run("broker", "--config", "nowhere.yml", "--print-config"))
                .isEqualTo(new Ended(2, "", """
                        BROKER-SETTINGS  the settings of the broker cannot be read
                          where  DIR/nowhere.yml
                          found  java.nio.file.NoSuchFileException: DIR/nowhere.yml
                          mend   name a file with lines such as "port: 9292", or one that ends in .properties (--config)
                        """));
    }

    @Test
    void in_properties_that_cannot_be_read_are_a_problem() throws IOException {
        Files.writeString(directory.resolve("broker.properties"), "host = \\u00\n");

        assertThat(cli().run("broker", "--config", "broker.properties", "--print-config"))
                .isEqualTo(new Ended(2, "", """
                        BROKER-SETTINGS  the settings of the broker cannot be read
                          where  DIR/broker.properties
                          found  java.lang.IllegalArgumentException: Malformed \\uxxxx encoding.
                          mend   name a file with lines such as "port: 9292", or one that ends in .properties (--config)
                        """));
    }

    @Test
    void of_the_log_make_a_line_of_each_record() {
        LogRecord entry = new LogRecord(Level.WARNING, "it is \"late\"\nand dark");
        entry.setLoggerName("a.b");
        entry.setInstant(Instant.parse("2026-01-01T00:00:00.123456Z"));

        assertThat(new BrokerLog.Text().format(entry))
                .isEqualTo("2026-01-01T00:00:00.123Z WARN a.b  it is \"late\"\nand dark\n");
        assertThat(new BrokerLog.Json().format(entry))
                .isEqualTo(
                        "{\"time\":\"2026-01-01T00:00:00.123Z\",\"level\":\"warn\",\"logger\":\"a.b\",\"message\":\"it is \\\"late\\\"\\nand dark\"}\n");
        entry.setThrown(new IllegalStateException("on purpose"));
        assertThat(new BrokerLog.Json().format(entry))
                .contains("\"exception\":\"java.lang.IllegalStateException: on purpose");
    }
}
