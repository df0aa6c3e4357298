package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.cli.Cli.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerTokenCommandTest {
    @TempDir
    private Path directory;

    private Ended run(String line) {
        Ended ended = new Cli(directory).run(line.split(" "));
        return new Ended(ended.exitCode(), fixed(ended.out()), fixed(ended.err()));
    }

    private static String fixed(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "TIME").replaceAll(" +(?=\n)", "");
    }

    @Test
    void a_token_opens_a_broker_that_runs_until_it_is_revoked() {
        try (Broker broker = Broker.open(directory.resolve("contract-broker.db"));
                BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0)) {
            Cli without = new Cli(directory).with("PACT_BROKER_BASE_URL", server.url());
            String reader =
                    run("broker token create --name reader --role read").out().strip();
            Cli withToken = new Cli(directory)
                    .with("PACT_BROKER_BASE_URL", server.url())
                    .with("PACT_BROKER_TOKEN", reader);

            assertThat(withToken.run("list-environments").exitCode()).isZero();
            assertThat(withToken
                            .run("create-environment", "--name", "stage", "--no-production")
                            .exitCode())
                    .isEqualTo(ExitCode.COULD_NOT);
            assertThat(without.run("list-environments").exitCode()).isEqualTo(ExitCode.COULD_NOT);

            run("broker token create --name other --role read");
            assertThat(run("broker token revoke --name reader"))
                    .isEqualTo(new Ended(ExitCode.YES, "Revoked: reader\n", ""));
            assertThat(withToken.run("list-environments").exitCode()).isEqualTo(ExitCode.COULD_NOT);
        }
    }

    @Test
    void tokens_are_listed_without_what_opens_the_door() {
        Ended made = run("broker token create --name ci --role write --expires 90d");
        run("broker token create --name ops --role admin");

        assertThat(made.out()).matches("contract_[A-Za-z0-9_-]{43}\n");
        assertThat(made.err())
                .isEqualTo(
                        "This is all that is ever seen of it. It may write until TIME; clients take it from PACT_BROKER_TOKEN.\n");
        assertThat(run("broker token list")).isEqualTo(new Ended(ExitCode.YES, """
                        NAME  ROLE   CREATED               EXPIRES
                        ci    write  TIME  TIME
                        ops   admin  TIME  never
                        """, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "create --role read, 'say whose token it is: --name with up to 100 letters, digits, and any of . _ @ / -'",
        "create --name a:b --role read, 'say whose token it is: --name with up to 100 letters, digits, and any of . _ @ / -'",
        "create --name ci, 'say what the token is good for: --role read, write or admin'",
        "create --name ci --role read --expires soon, '--expires takes a number of days or hours, as 90d or 12h, not soon'",
        "revoke --name ci, 'there is no token named ci: \"contract broker token list\" shows all'",
    })
    void what_is_missing_or_wrong_is_said(String arguments, String text) {
        Ended ended = run("broker token " + arguments);

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).startsWith("CONTRACT-USAGE  " + text + "\n");
    }

    @Test
    void a_name_belongs_to_one_token() {
        run("broker token create --name ci --role read");

        assertThat(run("broker token create --name ci --role admin").err())
                .startsWith("CONTRACT-USAGE  there is a token named ci already: revoke it, or take another name\n");
    }
}
