package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands where no broker is named and no local one is there. */
class NoBrokerTest {
    private static final String NAME_IT =
            "name the broker that is meant with --broker-base-url or PACT_BROKER_BASE_URL, or its file with --database;"
                    + " contract publish begins a new one in this file";

    @TempDir
    private Path directory;

    private Ended run(String line) {
        return new Cli(directory).run(line.split(" "));
    }

    private static Ended none(String name, String mend) {
        return new Ended(ExitCode.COULD_NOT, "", """
                CONTRACT-BROKER  there is no broker yet that could be asked
                  where  %s
                  found  nothing at DIR/%s
                  mend   %s
                """.formatted(name, name, mend));
    }

    private void leaves_nothing() {
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can-i-deploy -a shop -e 1 --to-environment production",
                "can-i-merge -a shop -e 1",
                "explain -a shop -e 1",
                "plan -a shop -e 1 --to-environment production",
                "diff --consumer shop --provider users --from latest",
                "get-pacts --provider users",
                "list-latest-pact-versions",
                "list-environments",
                "list-deployments",
                "list-pacticipants",
                "list-provider-states --provider users",
                "describe-pacticipant --name shop",
                "describe-version -a shop",
                "describe-environment --name production",
                "update-environment --name production --production",
                "delete-environment --name production",
                "delete-branch -a shop --branch feat",
                "delete-version-tag -a shop -e 1 -t feat",
                "delete-webhook --uuid 1",
                "record-undeployment -a shop --environment production"
            })
    void who_asks_it_or_takes_something_away_is_told_where_it_was_looked_for(String line) {
        assertThat(run(line)).isEqualTo(none("contract-broker.db", NAME_IT));
        leaves_nothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage --provider users",
                "whatif --provider users --drop /name",
                "states --provider users",
                "stub --provider users",
                "verify --provider users --url http://127.0.0.1:1"
            })
    void who_named_no_contracts_is_told_that_this_is_possible(String line) {
        assertThat(run(line))
                .isEqualTo(none("contract-broker.db", "name the contracts, such as target/contracts; or " + NAME_IT));
        leaves_nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log shop users $.name", "bisect shop users $.name"})
    void who_follows_a_field_may_do_so_in_git(String line) {
        assertThat(run(line)).isEqualTo(none("contract-broker.db", "name contracts in git with --in; or " + NAME_IT));
        leaves_nothing();
    }

    @Test
    void a_file_that_is_named_has_to_be_there_as_well() {
        assertThat(run("list-environments --database brokr.db")).isEqualTo(none("brokr.db", NAME_IT));
        leaves_nothing();
    }

    @Test
    void so_has_a_directory() {
        assertThat(run("list-environments -b file:shard"))
                .isEqualTo(
                        none("shard", "check the name of the directory; contract publish begins a new broker in it"));
        leaves_nothing();
    }

    @Test
    void who_is_content_with_no_contract_is_so_without_a_broker() {
        assertThat(run("verify --provider users --url http://127.0.0.1:1 --allow-none"))
                .isEqualTo(new Ended(ExitCode.YES, "", """
                        No broker is named (PACT_BROKER_BASE_URL): using the new file contract-broker.db.
                        There is no contract of users: nothing to verify.
                        """));
    }

    @Test
    void who_creates_something_begins_one() {
        assertThat(run("create-environment --name production").err())
                .startsWith("No broker is named (PACT_BROKER_BASE_URL): using the new file contract-broker.db.\n");
        assertThat(directory.resolve("contract-broker.db")).exists();
    }
}
