package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import dev.contract.core.json.JsonReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that speak to a broker, over the routes in this process and a file. */
class BrokerCommandsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void write() {
        Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));
    }

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private void publish() {
        assertThat(run("publish", "contracts", "-a", "7f3", "--branch", "main").exitCode())
                .isZero();
    }

    @Nested
    class Publish {
        @Test
        void says_what_was_published_and_what_comes_next() {
            assertThat(run("publish", "contracts", "--consumer-app-version=7f3", "--branch=main", "-t", "a,b"))
                    .isEqualTo(new Ended(0, "Published shop 7f3 (branch main) → users\n", """
                            No broker is named (PACT_BROKER_BASE_URL): using the new file contract-broker.db.
                            Next: no verification of it by users has been published yet; verify it in the build of users
                            """));
        }

        @Test
        void merges_the_files_of_a_pair_and_separates_those_of_others() {
            Contracts.write(
                    directory.resolve("contracts"),
                    "shop-users-2.json",
                    Contracts.of("shop").replace("for the health", "for the health again"));
            Contracts.write(directory.resolve("contracts"), "web-users.json", Contracts.of("web"));

            assertThat(run("publish", "contracts/*.json", "-a", "1").out()).isEqualTo("""
                    Published shop 1 → users
                    Published web 1 → users
                    """);
        }

        @Test
        void prints_the_brokers_answer_as_json() {
            Ended ended = run("publish", "contracts/shop-users.json", "-a", "1", "-o", "json");

            assertThat(JsonReader.read(ended.out().strip())
                            .asObject()
                            .orElseThrow()
                            .has("notices"))
                    .isTrue();
            assertThat(ended.err()).hasLineCount(1);
        }

        @Test
        void detects_the_version_of_a_build_server() {
            Ended ended = new Cli(directory)
                    .with("CI_COMMIT_SHA", "c0ffee")
                    .with("CI_COMMIT_REF_NAME", "feat/x")
                    .run("publish", "contracts", "-r");

            assertThat(ended.out()).isEqualTo("Published shop c0ffee (branch feat/x) → users\n");
            assertThat(ended.err()).startsWith("Detected version c0ffee, branch feat/x from GitLab CI.\n");
        }

        @Test
        void needs_a_version() {
            assertThat(run("publish", "contracts")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  the consumer's version is missing: give it with --consumer-app-version, \
                    or let it be detected with --auto-detect-version-properties
                      where  contract publish
                      mend   see contract publish --help
                    """));
        }

        @Test
        void of_bad_files_every_problem_is_told_and_nothing_is_sent() {
            Contracts.write(directory.resolve("contracts"), "bad.json", "{\n  \"consumer\": }");
            Contracts.write(directory.resolve("contracts"), "worse.json", "[]");

            Ended ended = run("publish", "contracts", "missing.json", "-a", "1");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).isEqualTo("""
                    CONTRACT-FILE  there is no contract file here
                      where  missing.json
                      found  nothing
                      mend   run the consumer's tests, which write contracts; or check the path

                    CONTRACT-JSON  not readable as JSON
                      where  contracts/bad.json:2:15
                      found  Unexpected character ('}'): expected a value
                      mend   run the consumer's tests, which write the file anew, or name a contract file, which is JSON

                    CONTRACT-FILE  a contract file must hold a JSON object
                      where  contracts/worse.json:1:1
                      found  an array
                    """);
            assertThat(directory.resolve("contract-broker.db")).doesNotExist();
        }

        @Test
        void a_changed_contract_of_the_same_version_is_a_no() {
            publish();
            Contracts.write(
                    directory.resolve("contracts"),
                    "shop-users.json",
                    Contracts.of("shop").replace("Alice", "Bob"));

            Ended ended = run("publish", "contracts", "-a", "7f3");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).startsWith("""
                    CONTRACT-BROKER  could not publish the contracts: the broker answers 409, conflict
                      where  POST http://local-broker/contracts/publish
                    """);
        }
    }

    @Nested
    class Environments {
        @Test
        void are_created_and_listed() {
            Ended created = run(
                    "create-environment",
                    "--name=staging",
                    "--display-name=The stage",
                    "--production",
                    "--contact-name=Ann",
                    "--contact-email-address=ann@shop.example",
                    "-o",
                    "id");
            String uuid = created.out().strip();

            assertThat(run("list-environments").out().lines().toList())
                    .startsWith("UUID                                  NAME        DISPLAY NAME  PRODUCTION")
                    .contains(uuid + "  staging     The stage     true");
        }

        @Test
        void an_address_without_a_name_is_nobodys() {
            assertThat(run("create-environment", "--name=uat", "--contact-email-address=ann@shop.example"))
                    .isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  --contact-email-address needs --contact-name, too
                      where  contract create-environment
                      mend   see contract create-environment --help
                    """));
        }

        @Test
        void a_name_that_is_taken_is_refused() {
            assertThat(run("create-environment", "--name=production").exitCode())
                    .isEqualTo(2);
        }
    }

    @Nested
    class Deployments {
        @Test
        void are_recorded_and_ended() {
            publish();

            assertThat(run("record-deployment", "-a", "shop", "-e", "7f3", "--environment", "test"))
                    .isEqualTo(new Ended(0, "Recorded: shop 7f3 runs in test\n", ""));
            assertThat(run("record-undeployment", "-a", "shop", "--environment", "test"))
                    .isEqualTo(new Ended(0, "Recorded: shop 7f3 no longer runs in test\n", ""));
        }

        @Test
        void of_an_instance_are_kept_apart() {
            publish();
            run("record-deployment", "-a=shop", "-e=7f3", "--environment=test", "--application-instance=eu");

            assertThat(run("record-undeployment", "-a=shop", "--environment=test"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  could not record the undeployment of shop: it does not run in "test"
                      found  version 7f3 as instance "eu"
                      mend   name the instance with --application-instance, or leave it out where there is none
                    """));
            assertThat(run("record-undeployment", "-a=shop", "--environment=test", "--application-instance=eu")
                            .out())
                    .isEqualTo("Recorded: shop 7f3 no longer runs in test as instance eu\n");
        }

        @Test
        void of_an_unknown_environment_are_refused_with_those_that_are_known() {
            publish();

            assertThat(run("record-deployment", "-a", "shop", "-e", "7f3", "--environment", "prod"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  could not record the deployment of shop 7f3: there is no environment "prod"
                      found  environments production, test
                      mend   use one of these, or run "contract create-environment --name prod"
                    """));
        }
    }

    @Nested
    class DescribeVersion {
        @Test
        void shows_the_latest_one() {
            publish();

            List<String> lines =
                    run("describe-version", "-a", "shop").out().lines().toList();

            assertThat(lines)
                    .startsWith("shop 7f3", "  branches   main", "  contracts  Pact between shop (7f3) and users");
            assertThat(run("describe-version", "-a", "shop", "-o", "id").out()).isEqualTo("7f3\n");
        }

        @Test
        void an_unknown_one_is_told() {
            publish();

            assertThat(run("describe-version", "-a", "shop", "-e", "8")).isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  the broker does not know version "8" of "shop"
                      mend  check the names; a version is known once its contracts or its results are published
                    """));
        }
    }

    @Nested
    class CanIDeploy {
        @Test
        void no_with_the_reason() {
            publish();

            assertThat(run("can-i-deploy", "-a", "shop", "-e", "7f3", "--to-environment", "production"))
                    .isEqualTo(new Ended(1, """
                    CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                    shop      7f3        users     —          —

                    No: There is no version of users in production, and shop 7f3 needs one; nobody has verified it yet.

                    TO DO
                    1. Verify the contract of shop 7f3 in the build of a new version of users, and publish the result.
                       contract verify http://local-broker/pacts/provider/users/consumer/shop/version/7f3 \
                    --provider users --provider-version VERSION --publish
                    2. Deploy a new version of users to production, as soon as that may be deployed itself, and record it.
                       contract record-deployment --pacticipant users --version VERSION --environment production
                    """, ""));
        }

        @Test
        void yes_where_nobody_is_shows_of_whom_nothing_is_there() {
            publish();
            run("create-or-update-version", "-a", "users", "-e", "b41");

            assertThat(run("can-i-deploy", "-a", "users", "-e", "b41", "--to-environment", "production"))
                    .isEqualTo(new Ended(0, """
                    CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                    shop      —          users     b41        —         (nothing of shop in production has a contract with users)

                    Yes: Nothing is required: no result of another application is missing.
                    """, ""));
            assertThat(run("can-i-deploy", "-a=users", "-e=b41", "--to-environment=production", "--ignore=shop")
                            .out())
                    .isEqualTo("Yes: Nothing is required: no result of another application is missing.\n");
        }

        @Test
        void asks_again_while_a_result_is_missing() {
            publish();
            Cli cli = new Cli(directory);

            Ended ended = cli.run(
                    "can-i-deploy",
                    "-a=shop",
                    "-e=7f3",
                    "--to-environment=production",
                    "--retry-while-unknown=2",
                    "--retry-interval=7");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).isEqualTo("""
                    A result is missing; asking again in 7 s (1 of 2).
                    A result is missing; asking again in 7 s (2 of 2).
                    """);
            assertThat(cli.pauses).hasSize(2);
        }

        @Test
        void a_dry_run_marks_every_line_and_ends_well() {
            publish();

            Ended ended = new Cli(directory)
                    .with("PACT_BROKER_CAN_I_DEPLOY_DRY_RUN", "true")
                    .run("can-i-deploy", "-a", "shop", "-e", "7f3", "--to-environment", "production");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out().lines()).hasSize(10).allMatch(line -> line.startsWith("[dry run]"));
        }

        @Test
        void what_is_said_of_a_dry_run_counts_more_than_the_variable() {
            publish();

            Ended ended = new Cli(directory)
                    .with("PACT_BROKER_CAN_I_DEPLOY_DRY_RUN", "true")
                    .run("can-i-deploy", "-a=shop", "-e=7f3", "--to-environment=production", "--no-dry-run");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(run("can-i-deploy", "-a=shop", "-e=7f3", "--to-environment=production", "--dry-run")
                            .exitCode())
                    .isZero();
        }

        @Test
        void an_unknown_environment_is_told_with_the_known_ones() {
            publish();

            assertThat(run("can-i-deploy", "-a", "shop", "-e", "7f3", "--to-environment", "nope"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  could not ask the matrix: there is no environment "nope"
                      found  environments production, test
                      mend   use one of these, or run "contract create-environment --name nope"
                    """));
        }

        @Test
        void what_is_ignored_does_not_count() {
            publish();

            Ended ended = new Cli(directory)
                    .with("PACT_BROKER_CAN_I_DEPLOY_IGNORE", "users")
                    .run("can-i-deploy", "-a", "shop", "-e", "7f3", "--to-environment", "production");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).contains("[ignored]").contains("Yes: ");
        }

        @Test
        void the_exit_code_of_a_no_can_be_chosen() {
            publish();

            assertThat(new Cli(directory)
                            .with("PACT_BROKER_CAN_I_DEPLOY_EXIT_CODE_BETA", "7")
                            .run("can-i-deploy", "-a", "shop", "-e", "7f3", "--to-environment", "production")
                            .exitCode())
                    .isEqualTo(7);
        }

        @Test
        void options_belong_to_the_application_before_them() {
            assertThat(run("can-i-deploy", "-e", "1", "-a", "shop")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  --version belongs behind the --pacticipant that it is about
                      where  contract can-i-deploy
                      mend   see contract can-i-deploy --help
                    """));
        }

        @Test
        void an_application_has_to_be_named() {
            assertThat(run("can-i-deploy").err()).isEqualTo("""
                    CONTRACT-USAGE  say which application it is about, with --pacticipant
                      where  contract can-i-deploy
                      mend   see contract can-i-deploy --help
                    """);
        }
    }

    @Nested
    class Faults {
        private final String[] question = {
            "can-i-deploy", "-a=shop", "-e=7f3", "--to-environment=production", "--retry-while-unknown=1"
        };

        @Test
        void are_told_in_one_sentence() {
            publish();

            Ended ended = new Cli(directory).withBrokenClock().run(question);

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).endsWith("""
                    CONTRACT-FAULT  this is a fault in contract; please report it with the command you ran and this: \
                    java.lang.IllegalStateException: the clock stands still
                    """);
        }

        @Test
        void come_with_their_trace_when_asked_for() {
            publish();

            Ended ended = new Cli(directory)
                    .withBrokenClock()
                    .run(Stream.concat(Arrays.stream(question), Stream.of("-v")).toArray(String[]::new));

            assertThat(ended.err()).contains("\n\tat dev.contract.cli.VerdictCommand");
        }
    }

    @Test
    void a_version_that_is_asked_about_stands_in_the_table_though_nobody_knows_it() {
        publish();

        assertThat(run("can-i-deploy", "-a", "users", "-e", "p1").out()).startsWith("""
                CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                shop      7f3        users     p1         —

                No: There is no such version: version p1 of users.
                """);
    }

    @Test
    void a_provider_without_any_version_is_told_as_such() {
        publish();

        assertThat(run("can-i-deploy", "-a", "shop", "-e", "7f3").out())
                .contains("\nNo: There is no version of users, and shop 7f3 needs one; nobody has verified it yet.\n");
    }

    @Test
    void results_may_be_inferred_for_a_merge_as_well() {
        publish();

        assertThat(run("can-i-merge", "-a", "shop", "-e", "7f3", "--infer").exitCode())
                .isEqualTo(ExitCode.NO);
    }

    @Test
    void contracts_that_a_broker_chose_are_named_with_their_versions() {
        publish();

        assertThat(run("usage", "--provider", "users").err()).isEqualTo("Read: Pact between shop (7f3) and users\n");
    }
}
