package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.cli.Cli.Ended;
import dev.contract.core.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask our broker, or tell it something, over HTTP. */
class BrokerTasksTest {
    @TempDir
    private Path directory;

    private Broker broker;
    private BrokerServer server;

    @BeforeEach
    void start() {
        broker = Broker.open(directory.resolve("broker.db"));
        server = BrokerServer.start(broker, "127.0.0.1", 0);
        Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));
        done("publish contracts -a 1 --branch main");
    }

    @AfterEach
    void stop() {
        server.close();
        broker.close();
    }

    private Ended run(String line) {
        Ended ended =
                new Cli(directory).with("PACT_BROKER_BASE_URL", server.url()).run(line.split(" "));
        return new Ended(ended.exitCode(), fixed(ended.out()), fixed(ended.err()));
    }

    private String fixed(String text) {
        return text.replace(server.url(), "URL")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+\\+00:00", "TIME")
                .replaceAll(" +(?=\n)", "");
    }

    private String done(String line) {
        Ended ended = run(line);
        assertThat(ended.exitCode()).as(line + "\n" + ended.err()).isZero();
        return ended.out();
    }

    private Ended no(int exitCode, String err) {
        return new Ended(exitCode, "", err);
    }

    @Nested
    class DocumentsOfProviders {
        @BeforeEach
        void write() throws IOException {
            Files.writeString(
                    directory.resolve("openapi.yaml"),
                    "openapi: 3.1.0\ninfo: {title: users, version: '1'}\npaths: {}\n");
            Files.writeString(directory.resolve("report.xml"), "<testsuite/>");
        }

        @Test
        void are_published_by_both_names() {
            String options = " openapi.yaml --provider users -a 7 --branch main --tag rc --verification-exit-code 0"
                    + " --verification-results report.xml --verification-results-format junit --verifier rest-assured";

            assertThat(done("publish-provider-contract" + options)).isEqualTo("Published users 7 (branch main)\n");
            assertThat(done("pactflow publish-provider-contract" + options))
                    .isEqualTo("Published users 7 (branch main)\n");
            String published = broker.routes()
                    .apply(HttpRequest.of("GET", "/provider-contracts/provider/users/version/7"))
                    .body()
                    .text();
            assertThat(published)
                    .contains(
                            "{\"success\":true,\"verifier\":\"rest-assured\",\"format\":\"junit\",\"content\":\"PHRlc3RzdWl0ZS8+\"}");
        }

        @Test
        void are_refused_when_the_version_has_another_one() throws IOException {
            done("publish-provider-contract openapi.yaml --provider users -a 7 --no-verification-success");
            Files.writeString(
                    directory.resolve("openapi.yaml"),
                    "openapi: 3.0.3\ninfo: {title: users, version: '1'}\npaths: {}\n");

            Ended refused = run("publish-provider-contract openapi.yaml --provider users -a 7");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("The document of users 7 is published already with other content");
        }

        @Test
        void need_a_version_and_tests_that_end_in_one_way() {
            assertThat(run("publish-provider-contract openapi.yaml --provider users")
                            .err())
                    .contains("the provider's version is missing: give it with --provider-app-version");
            assertThat(
                            run(
                                    "publish-provider-contract openapi.yaml --provider users -a 7 --verification-success --verification-exit-code 2"))
                    .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(64))
                    .satisfies(ended -> assertThat(ended.err())
                            .contains("--verification-exit-code 2 says the contrary of --verification-success"));
        }
    }

    @Nested
    class Environments {
        @Test
        void are_described_and_changed_by_name_or_uuid() {
            String uuid = new Cli(directory)
                    .with("PACT_BROKER_BASE_URL", server.url())
                    .run("create-environment", "--name", "stage", "--contact-name", "Ann", "-o", "id")
                    .out()
                    .strip();

            assertThat(done("update-environment --name stage --display-name Stage --production"))
                    .isEqualTo("""
                            Updated: stage
                              uuid          UUID
                              display name  Stage
                              production    true
                              contacts      [{"name":"Ann"}]
                              created       TIME
                            """);
            assertThat(done("update-environment --uuid " + uuid + " --name staging --no-production -o id"))
                    .isEqualTo("UUID\n");
            assertThat(done("describe-environment --name staging").lines().toList())
                    .startsWith("staging", "  uuid          UUID", "  display name  Stage", "  production    false");
            assertThat(done("delete-environment --uuid " + uuid))
                    .isEqualTo("Deleted: environment staging with all that was recorded about it\n");
        }

        @Test
        void that_are_not_there_are_told_with_those_that_are() {
            assertThat(run("describe-environment --name prod")).isEqualTo(no(2, """
                    CONTRACT-BROKER  there is no environment "prod"
                      found  environments production, test
                      mend   use one of these, or run "contract create-environment --name prod"
                    """));
            assertThat(run("delete-environment").exitCode()).isEqualTo(64);
        }
    }

    @Nested
    class Releases {
        @Test
        void are_recorded_listed_and_ended() {
            assertThat(done("record-release -a shop -e 1 --environment production"))
                    .isEqualTo("Recorded: shop 1 is released for production\n");
            done("record-deployment -a shop -e 1 --environment test --application-instance eu");

            assertThat(done("list-deployments")).isEqualTo("""
                    APPLICATION  VERSION  ENVIRONMENT  INSTANCE    SINCE
                    shop         1        production   (released)  TIME
                    shop         1        test         eu          TIME
                    """);
            assertThat(done("list-deployments --environment test -a shop")).hasLineCount(2);
            assertThat(done("record-support-ended -a shop -e 1 --environment production"))
                    .isEqualTo("Recorded: shop 1 is no longer supported in production\n");
            assertThat(run("record-support-ended -a shop -e 1 --environment production"))
                    .isEqualTo(no(2, """
                            CONTRACT-BROKER  could not record the end of support of shop 1: it is not released for "production"
                              mend  check the names; "contract list-deployments -a shop" shows what is
                            """));
        }
    }

    @Nested
    class Applications {
        @Test
        void are_created_changed_described_and_listed() {
            assertThat(done("create-or-update-pacticipant --name web --main-branch main"))
                    .isEqualTo("Created: web\n");
            assertThat(
                            done(
                                    "create-or-update-pacticipant --name web --repository-url http://git/web --display-name Web"))
                    .isEqualTo("Updated: web\n");
            assertThat(done("describe-pacticipant --name web")).isEqualTo("""
                    web
                      display name  Web
                      main branch   main
                      repository    http://git/web
                      created       TIME
                    """);
            assertThat(done("list-pacticipants")).isEqualTo("""
                    NAME   DISPLAY NAME  MAIN BRANCH
                    shop   shop          main
                    users  users
                    web    Web           main
                    """);
            assertThat(done("list-pacticipants -o id")).isEqualTo("shop\nusers\nweb\n");
        }

        @Test
        void that_are_not_there_are_told_with_the_nearest() {
            assertThat(run("describe-pacticipant -a shp")).isEqualTo(no(2, """
                    CONTRACT-BROKER  the broker does not know the application "shp"
                      found  applications "shop", "users"
                      mend   did you mean "shop"?
                    """));
        }
    }

    @Nested
    class Versions {
        @Test
        void are_stored_with_branch_and_tags() {
            assertThat(done("create-or-update-version -a shop -e 2 --branch feat/x -t a,b"))
                    .isEqualTo("Stored: shop 2 on branch feat/x, tagged a, b\n");
            assertThat(done("describe-version -a shop -e 2").lines().toList())
                    .startsWith("shop 2", "  branches  feat/x", "  tags      a, b");
        }

        @Test
        void are_tagged_and_lose_their_tags() {
            assertThat(done("create-version-tag -a shop -e 1 -t rc")).isEqualTo("Tagged: shop 1 with rc\n");
            assertThat(done("create-version-tag -a shop -e 3 -t rc --auto-create-version"))
                    .isEqualTo("Tagged: shop 3 with rc\n");
            assertThat(done("delete-version-tag -a shop -e 1 -t rc")).isEqualTo("Deleted: tag rc of shop 1\n");
            assertThat(run("delete-version-tag -a shop -e 1 -t rc")).isEqualTo(no(2, """
                    CONTRACT-BROKER  shop 1 has no tag "rc"
                      mend  check the names; "contract describe-version -a shop -e 1" shows its tags
                    """));
            assertThat(run("create-version-tag -a shop -e 4 -t rc")).isEqualTo(no(2, """
                    CONTRACT-BROKER  the broker does not know version "4" of "shop"
                      mend  check the names, or let it be made known with --auto-create-version
                    """));
            assertThat(run("create-version-tag -a shop -e 1").exitCode()).isEqualTo(64);
        }
    }

    @Nested
    class Branches {
        @Test
        void are_deleted_and_their_versions_with_them_if_wished() {
            done("create-or-update-version -a shop -e 2 --branch old");

            assertThat(done("delete-branch -a shop --branch old --with-versions"))
                    .isEqualTo("Deleted: branch old of shop\n");
            assertThat(run("describe-version -a shop -e 2").exitCode()).isEqualTo(2);
            assertThat(done("delete-branch -a shop --branch old --no-error-when-not-found"))
                    .isEqualTo("There was no branch old of shop\n");
            assertThat(run("delete-branch -a shop --branch old")).isEqualTo(no(2, """
                    CONTRACT-BROKER  "shop" has no branch "old"
                      mend  check the names, or take it as done with --no-error-when-not-found
                    """));
        }

        @Test
        void that_git_no_longer_has_are_forgotten() throws Exception {
            git("init", "-q", "-b", "feat/x", "remote");
            git(
                    "-C",
                    "remote",
                    "-c",
                    "user.name=a",
                    "-c",
                    "user.email=a@b",
                    "commit",
                    "-q",
                    "--allow-empty",
                    "-m",
                    "one");
            git("init", "-q", ".");
            git("remote", "add", "origin", directory.resolve("remote").toString());
            for (String branch : new String[] {"feat/x", "old/y", "precious"}) {
                done("create-or-update-version -a shop -e 2 --branch " + branch);
            }

            assertThat(done("sync-branches -a shop --dry-run --keep precious")).isEqualTo("Would be deleted: old/y\n");
            assertThat(done("sync-branches -a shop --keep precious")).isEqualTo("Deleted: old/y\n");
            assertThat(done("sync-branches -a shop --keep precious"))
                    .isEqualTo("Every branch of shop is there in git.\n");
            assertThat(run("sync-branches -a shop --remote nowhere")).isEqualTo(no(2, """
                    CONTRACT-GIT  git does not tell the branches of nowhere
                      where  DIR
                      found  git ls-remote --heads nowhere fails, or there are none
                      mend   run it in a clone that can reach its remote, or name another one with --remote
                    """));
        }

        private void git(String... arguments) throws IOException, InterruptedException {
            String[] command = new String[arguments.length + 1];
            command[0] = "git";
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            Process git = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            assertThat(git.waitFor()).isZero();
        }
    }

    @Nested
    class PublishedContracts {
        @Test
        void are_listed_and_downloaded() throws IOException {
            String contract = "URL/pacts/provider/users/consumer/shop/version/1";
            assertThat(done("get-pacts --provider users")).isEqualTo("CONTRACT\n" + contract + "\n");
            assertThat(done("get-pacts --provider users --branch main --latest -o id"))
                    .isEqualTo(contract + "\n");
            assertThat(done("get-pacts --provider users --consumer shop --branch main -o id"))
                    .isEqualTo(contract + "\n");
            assertThat(done("get-pacts --provider users --consumer shop --latest -o id"))
                    .isEqualTo(contract + "\n");
            assertThat(done("get-pacts --provider users --download --download-dir got"))
                    .isEqualTo("FILE\ngot/shop-users-1.json\n");
            assertThat(Files.readString(directory.resolve("got/shop-users-1.json")))
                    .contains("\"interactions\"");
        }

        @Test
        void of_every_pair_the_latest_is_listed() {
            assertThat(done("list-latest-pact-versions")).isEqualTo("""
                    CONSUMER  C.VERSION  PROVIDER  CREATED
                    shop      1          users     TIME
                    """);
        }

        @Test
        void tell_their_provider_states_in_both_spellings() {
            assertThat(done("pact-broker provider-states list -r users"))
                    .isEqualTo(done("list-provider-states --provider users"))
                    .startsWith("STATE");
            assertThat(done("list-provider-states -r users --branch main --json"))
                    .startsWith("{\"providerStates\":[");
            assertThat(done("list-provider-states -r users --environment test")).hasLineCount(1);
        }
    }

    @Nested
    class Decisions {
        @Test
        void about_merging_look_at_main_branches() {
            assertThat(run("can-i-merge -a shop -e 1").exitCode()).isEqualTo(1);

            done("create-or-update-version -a users -e 7 --branch main");
            assertThat(run("can-i-merge -a shop -e 1").out()).contains("""
                    No: users 7 (latest from the main branch) has not verified the contract of shop 1; nobody has verified it yet.\
                    """);
            assertThat(done("can-i-merge -a shop -e 1 --dry-run")).contains("[dry run] No:");
            assertThat(new Cli(directory)
                            .with("PACT_BROKER_BASE_URL", server.url())
                            .with("PACT_BROKER_CAN_I_MERGE_IGNORE", "users")
                            .run("can-i-merge", "-a", "shop", "-e", "1")
                            .exitCode())
                    .isZero();
        }

        @Test
        void are_explained_step_by_step() {
            done("create-or-update-version -a users -e 7");
            done("record-deployment -a users -e 7 --environment production");

            assertThat(done("explain -a shop -e 1 --to-environment production").replaceAll("since \\S+,", "since DAY,"))
                    .isEqualTo("""
                            1. Versions that take part
                               shop 1: asked about
                               users 7: now in production; a provider of what is asked about
                            2. Results that are required
                               shop needs users: the version asked about has a contract with it
                            3. Contracts and results between them
                               shop 1 → users 7: no result
                            4. The newest of each consumer version and provider version
                               nothing is dropped: no row is older than another of its group
                            5. What counts
                               counts: shop 1 → users 7: no result
                            6. Verdict
                               0 passed, 0 failed, 1 missing, 0 ignored
                               unknown, which is a no: something is missing, whatever else passed or failed
                               users 7 (now in production) has not verified the contract of shop 1; nobody has verified it yet. \
                            It has published no result at all since DAY, when it became known.
                            7. To do until it is a yes
                               Verify the contract of shop 1 in the build of users 7, and publish the result.
                               contract verify URL/pacts/provider/users/consumer/shop/version/1 --provider users --provider-version 7 --publish
                            """);
        }

        @Test
        void about_several_deployments_come_in_an_order_or_with_the_pair_that_has_none() {
            done("create-or-update-version -a users -e 7");
            assertThat(run("plan -a shop -e 1 -a users -e 7 --to-environment production"))
                    .isEqualTo(new Ended(1, """
                            There is no such order:
                              shop 1 cannot come first: shop 1 needs users, which is not there
                              users 7 cannot come first: users 7 has not verified the contract of shop 1
                            """, ""));

            assertThat(run("plan -a shop -e 1 --to-environment production").out())
                    .isEqualTo("""
                    There is no such order:
                      shop 1 needs users, which is not there
                    """);
            assertThat(run("plan -a shop -e 1 --ignore users --to-environment production")
                            .out())
                    .startsWith("Deploy shop 1\n");
            assertThat(run("plan -a shop -e 1 -a users -e 7 --ignore users -e 7 --to-environment production")
                            .out())
                    .startsWith("Deploy users 7\n");
            assertThat(run("plan -e 1 --to-environment production").exitCode()).isEqualTo(64);
            assertThat(run("plan -a shop --to-environment production").exitCode())
                    .isEqualTo(64);
            assertThat(run("plan -a shop -e 9 --to-environment production").exitCode())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_uuid_is_made_without_a_broker() {
        assertThat(done("generate-uuid")).isEqualTo("UUID\n");
    }
}
