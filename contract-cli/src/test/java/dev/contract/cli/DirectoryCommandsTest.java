package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose broker is a directory. */
class DirectoryCommandsTest {
    @TempDir
    private Path directory;

    private Ended run(String line) {
        return new Cli(directory).with("PACT_BROKER_BASE_URL", "file:shared").run(line.split(" "));
    }

    private String done(String line) {
        Ended ended = run(line);
        assertThat(ended.exitCode()).as(line + "\n" + ended.out() + ended.err()).isZero();
        return ended.out();
    }

    @Test
    void publish_verify_record_and_decide_without_a_server() throws IOException {
        try (UserService service = UserService.whoseUsersHave("name")) {
            Contracts.write(directory.resolve("contracts"), "web-users.json", Contracts.of("web"));

            assertThat(run("publish contracts -a 1 --branch main").err())
                    .startsWith("There is no directory shared yet: it is made when something is written to it.\n");
            assertThat(run("can-i-deploy -a web -e 1 --to-environment production")
                            .exitCode())
                    .isEqualTo(ExitCode.NO);
            done("verify --provider users --url " + service.url()
                    + " --missing-states=ignore --publish --provider-version 7 --provider-branch main");
            done("record-deployment -a users -e 7 --environment production");

            assertThat(done("can-i-deploy -a web -e 1 --to-environment production"))
                    .contains("\nYes: ");
            assertThat(done("list-deployments")).contains("users", "production");
            assertThat(Files.exists(directory.resolve("contract-broker.db"))).isFalse();
        }
    }

    @Test
    void are_told_as_they_reach_the_same_directory() throws IOException {
        try (UserService service = UserService.whoseUsersHave("name")) {
            Contracts.write(directory.resolve("contracts"), "web-users.json", Contracts.of("web"));
            Cli cli = new Cli(directory);
            cli.run("publish", "contracts", "-a", "1", "-b", "file:the contracts");

            List<String> told = cli.run(
                            "can-i-deploy",
                            "-a",
                            "web",
                            "-e",
                            "1",
                            "--to-environment",
                            "production",
                            "-b",
                            "file:the contracts")
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("   contract "))
                    .toList();

            assertThat(told)
                    .containsExactly(
                            "   contract verify http://local-broker/pacts/provider/users/consumer/web/version/1"
                                    + " --provider users --provider-version VERSION --publish"
                                    + " --broker-base-url 'file:the contracts'",
                            "   contract record-deployment --pacticipant users --version VERSION --environment production"
                                    + " --broker-base-url 'file:the contracts'");
            assertThat(cli.run(
                                    ("verify http://local-broker/pacts/provider/users/consumer/web/version/1 --provider users"
                                                    + " --provider-version 7 --publish --missing-states=ignore --url "
                                                    + service.url() + " --broker-base-url file:the_contracts")
                                            .replace("the_contracts", "the contracts")
                                            .split(" (?!contracts)"))
                            .exitCode())
                    .isZero();
            cli.run("publish", "contracts", "-a", "2", "--database", "mine.db");
            assertThat(cli.run(
                                    "can-i-deploy",
                                    "-a",
                                    "web",
                                    "-e",
                                    "2",
                                    "--to-environment",
                                    "production",
                                    "--database",
                                    "mine.db")
                            .out())
                    .endsWith(" --environment production --database mine.db\n");
        }
    }

    @Test
    void move_to_a_database_with_all_that_is_there() {
        Contracts.write(directory.resolve("contracts"), "web-users.json", Contracts.of("web"));
        done("publish contracts -a 1 --branch main");
        done("record-deployment -a web -e 1 --environment production");

        assertThat(done("broker import --from file:shared --database new.db"))
                .startsWith("Taken over from file:shared: ");

        assertThat(new Cli(directory)
                        .run("list-deployments", "--database", "new.db")
                        .out())
                .contains("production", "web");
        assertThat(run("broker import --from file:nowhere --database other.db").err())
                .contains("there is no broker yet that could be asked", "check the name of the directory");
    }

    @Test
    void remove_what_is_old() {
        Contracts.write(directory.resolve("contracts"), "web-users.json", Contracts.of("web"));
        done("publish contracts -a 1");
        done("publish contracts -a 2");

        String clean = "broker clean --keep-version-selectors [{\"latest\":true}]";
        assertThat(done(clean + " --dry-run")).isEqualTo("""
                web: 1 of 2 versions, 1 to 1
                Would remove 1 versions of 2.
                """);
        assertThat(done(clean)).startsWith("web: 1 of 2 versions, 1 to 1\nRemoved 1 versions of 2.");

        assertThat(run("describe-version -a web -e 1").exitCode()).isEqualTo(ExitCode.COULD_NOT);
        done("describe-version -a web -e 2");
        assertThat(directory.resolve("contract-broker.db")).doesNotExist();
    }

    @Test
    void remove_nothing_where_a_server_is_meant() {
        assertThat(run("broker clean -b http://broker.example")).isEqualTo(new Ended(ExitCode.USAGE, "", """
                CONTRACT-USAGE  --broker-base-url takes a directory here, as file:contracts, not http://broker.example: a broker that runs removes by itself what is old, or by POST to /admin/clean
                  where  contract broker clean
                  mend   see contract broker clean --help
                """));
        assertThat(directory.resolve("contract-broker.db")).doesNotExist();
    }

    @Test
    void say_what_is_no_directory() {
        assertThat(new Cli(directory).run("list-pacticipants", "-b", "file://server/share"))
                .isEqualTo(new Ended(ExitCode.USAGE, "", """
                        CONTRACT-USAGE  file: is followed by a directory of this machine, as in file:contracts or file:/srv/contracts, not by "//server/share"
                          where  contract list-pacticipants
                          mend   see contract list-pacticipants --help
                        """));
    }

    @Test
    void say_that_a_broker_that_runs_is_another_thing() {
        assertThat(run("broker --port 0")).isEqualTo(new Ended(ExitCode.USAGE, "", """
                CONTRACT-USAGE  a broker that runs has a database, and no directory: whoever has PACT_BROKER_BASE_URL=file:shared needs none, for all commands work on it themselves; what users reach this one by is an address with http: or https:
                  where  contract broker
                  mend   see contract broker --help
                """));
    }

    @Test
    void say_that_nobody_is_there_to_run_webhooks() {
        Ended ended = run("create-webhook https://ci.example/hook --request POST --contract-published");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(ended.err()).contains("A broker in a directory has no webhooks: nobody is there to run them.");
    }

    @Test
    void publish_documents_of_providers() throws IOException {
        Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));
        done("publish contracts -a 1");
        Files.writeString(
                directory.resolve("openapi.yaml"), "openapi: 3.1.0\ninfo: {title: users, version: '1'}\npaths: {}\n");

        Ended ended = run("publish-provider-contract openapi.yaml --provider users -a 7 --verification-success");

        assertThat(ended.err()).isEmpty();
        assertThat(run("can-i-deploy -a shop -e 1 -a users -e 7").out())
                .contains("what the document of users 7 does not describe: interaction \"a request for user 1\"");
    }
}
