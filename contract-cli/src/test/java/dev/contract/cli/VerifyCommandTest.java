package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void write() {
        Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));
    }

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    @Nested
    class OfARunningProvider {
        @Test
        void one_line_says_that_a_contract_is_honoured() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run(
                        "verify",
                        "contracts",
                        "--provider",
                        "users",
                        "--url",
                        users.url(),
                        "--missing-states",
                        "ignore");

                assertThat(ended)
                        .isEqualTo(new Ended(
                                0, "ok      shop → users  2 interactions\n", "1 provider state is ignored.\n"));
            }
        }

        @Test
        void contracts_are_found_by_a_glob() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run(
                        "verify",
                        "*/s*-users.json",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--state-url=/_states");

                assertThat(ended).isEqualTo(new Ended(0, "ok      shop → users  2 interactions\n", ""));
            }
        }

        @Test
        void a_glob_that_fits_no_file_is_an_error() {
            assertThat(run("verify", "*/x*.json", "--provider=users", "--url=http://127.0.0.1:1"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-NONE  no contract file fits the glob
                      where  */x*.json
                      found  no such file below DIR
                      mend   run the consumer's tests, which write contracts; or check the path
                    """));
        }

        @Test
        void contracts_are_fetched_from_a_url_by_those_who_may() throws IOException {
            List<List<String>> options = List.of(
                    List.of("--user=ann", "--password=s3cret"),
                    List.of("--token=s3cret"),
                    List.of("--source-header=Authorization: Bearer s3cret"));
            try (UserService users = UserService.whoseUsersHave("full_name");
                    ClosedFile file = new ClosedFile(Contracts.of("shop"), "s3cret")) {
                for (List<String> who : options) {
                    Ended ended = run(Stream.concat(
                                    Stream.of(
                                            "verify",
                                            file.url(),
                                            "--provider=users",
                                            "--url=" + users.url(),
                                            "--state-url=/_states"),
                                    who.stream())
                            .toArray(String[]::new));

                    assertThat(ended.exitCode()).isEqualTo(1);
                    assertThat(ended.out())
                            .contains("where   " + file.url() + ":5:5")
                            .contains("replay  contract verify " + file.url() + " --provider users");
                    assertThat(ended.out() + ended.err()).doesNotContain("s3cret");
                }
                assertThat(users.seen).noneMatch(line -> line.contains("s3cret"));
            }
        }

        @Test
        void who_asks_for_a_url_may_stand_in_variables() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name");
                    ClosedFile file = new ClosedFile(Contracts.of("shop"), "s3cret")) {
                String[] command = {
                    "verify", file.url(), "--provider=users", "--url=" + users.url(), "--state-url=/_states"
                };

                assertThat(new Cli(directory)
                                .with("CONTRACT_SOURCE_TOKEN", "s3cret")
                                .run(command))
                        .isEqualTo(new Ended(0, "ok      shop → users  2 interactions\n", ""));
                assertThat(new Cli(directory)
                                .with("PACT_BROKER_TOKEN", "s3cret")
                                .run(command)
                                .err())
                        .startsWith("CONTRACT-URL  the contract cannot be fetched\n  where  " + file.url()
                                + "\n  found  status 401\n");
            }
        }

        @Test
        void what_the_contract_would_not_notice_is_told_when_asked() throws IOException {
            Contracts.write(
                    directory.resolve("loose"),
                    "shop-users.json",
                    Contracts.of("shop").replace("\"encoded\": false}", """
                            "encoded": false},
                            "matchingRules": {"body": {"$.name": {"matchers": [{"match": "type"}]}}}"""));
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run(
                        "verify",
                        "loose",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--state-url=/_states",
                        "--strength");

                assertThat(ended).isEqualTo(new Ended(0, """
                        ok      shop → users  2 interactions

                        ADVICE  shop → users: a request for user 1
                          strength  18 of 19 changes of the response would be noticed
                          weak      $.name may be empty without notice: match it with notEmpty(…) or regex(…)
                        """, ""));
            }
        }

        @Test
        void a_renamed_key_is_told_with_its_place() throws IOException {
            try (UserService users = UserService.whoseUsersHave("full_name")) {
                Ended ended = run(
                        "verify",
                        "contracts/shop-users.json",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--state-url=/_states");

                assertThat(ended.exitCode()).isEqualTo(1);
                assertThat(ended.err()).isEmpty();
                assertThat(ended.out().replace(users.url(), "URL")).isEqualTo("""
                        FAILED  shop → users  1 of 2 interactions failed

                        FAILED  shop → users: a request for user 1
                          where   DIR/contracts/shop-users.json:5:5
                          state   "user 1 exists"
                          body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                          repeat  curl -i URL/users/1
                          replay  contract verify DIR/contracts/shop-users.json --provider users --url URL \
                        --state-url /_states --only 'a request for user 1'
                        """);
            }
        }

        @Test
        void messages_are_fetched_from_their_url() throws IOException {
            Contracts.write(directory.resolve("messages"), "mailer-users.json", """
                    {
                      "consumer": {"name": "mailer"},
                      "provider": {"name": "users"},
                      "messages": [{"description": "a user was added", "contents": {"id": 1, "name": "Alice"}}],
                      "metadata": {"pactSpecification": {"version": "3.0.0"}}
                    }
                    """);
            try (UserService users = UserService.whoseUsersHave("full_name")) {
                Ended ended = run(
                        "verify",
                        "messages",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--message-url=/_messages",
                        "--header=Authorization: Bearer test");

                assertThat(ended.exitCode()).isEqualTo(1);
                assertThat(ended.out().replace(users.url(), "URL")).isEqualTo("""
                        FAILED  mailer → users  1 of 1 interaction failed

                        FAILED  mailer → users: a user was added
                          where   DIR/messages/mailer-users.json:4:16
                          body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                          repeat  curl -i -X POST -H 'Content-Type: application/json' -H 'Authorization: ***' \
                        --data-raw '{"description":"a user was added","providerStates":[]}' URL/_messages
                          replay  contract verify DIR/messages/mailer-users.json --provider users --url URL \
                        --message-url /_messages --header 'Authorization: ***' --only 'a user was added'
                        """);
                assertThat(users.seen)
                        .containsExactly(
                                "POST /_messages {\"description\":\"a user was added\",\"providerStates\":[]}Bearer test");

                run("verify", "messages", "--provider=users", "--url=" + users.url());
                assertThat(users.seen.get(1)).startsWith("POST / {\"description\":");
            }
        }

        @Test
        void headers_and_states_reach_the_provider() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name")) {
                run(
                        "verify",
                        "contracts",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--state-url=/_states",
                        "--state-teardown",
                        "--header=Authorization: Bearer t");

                assertThat(users.seen)
                        .containsExactlyInAnyOrder(
                                "POST /_states {\"state\":\"user 1 exists\",\"params\":{},\"action\":\"setup\"}",
                                "GET /users/1 Bearer t",
                                "POST /_states {\"state\":\"user 1 exists\",\"params\":{},\"action\":\"teardown\"}",
                                "POST /_states {\"state\":\"\",\"params\":{},\"action\":\"setup\"}",
                                "GET /health Bearer t",
                                "POST /_states {\"state\":\"\",\"params\":{},\"action\":\"teardown\"}");
            }
        }

        @Test
        void a_state_that_nobody_brings_about_is_named_before_anything_is_sent() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run("verify", "contracts", "--provider=users", "--url=" + users.url());

                assertThat(users.seen).isEmpty();
                assertThat(ended).isEqualTo(new Ended(2, "", """
                        CONTRACT-STATE  no handler for provider state "user 1 exists"
                          where  DIR/contracts/shop-users.json:5:5, interaction "a request for user 1"
                          found  no handlers
                          mend   say with --state-url who brings it about, or run with --missing-states=ignore
                        """));
            }
        }

        @Test
        void a_part_can_be_chosen_and_reported_into_files() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run(
                        "verify",
                        "contracts",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--only=health",
                        "--report=junit=reports/junit.xml",
                        "--report=json=reports/result.json");

                assertThat(ended).isEqualTo(new Ended(0, "ok      shop → users  1 interaction, 1 left out\n", ""));
                assertThat(Files.readString(directory.resolve("reports/junit.xml")))
                        .contains("<testsuites ");
                assertThat(Files.readString(directory.resolve("reports/result.json")))
                        .contains("\"success\": true");
            }
        }

        @Test
        void a_failure_is_reported_in_every_form() throws IOException {
            try (UserService users = UserService.whoseUsersHave("full_name")) {
                Ended ended = run(
                        "verify",
                        "contracts",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--missing-states=ignore",
                        "--report=markdown=reports/result.md",
                        "--report=html=reports/result.html",
                        "--report=gitlab=reports/gitlab.json",
                        "--report=github=-");

                assertThat(ended.exitCode()).isEqualTo(1);
                assertThat(ended.out().lines().filter(line -> line.startsWith("::")))
                        .hasSize(1)
                        .first()
                        .asString()
                        .startsWith("::error file=DIR/contracts/shop-users.json,line=5,col=5,title=shop → users%3A");
                assertThat(directory.resolve("reports/result.md"))
                        .content()
                        .startsWith("## <code>users</code> breaks its contracts\n");
                assertThat(directory.resolve("reports/result.html")).content().startsWith("<!DOCTYPE html>\n");
                assertThat(directory.resolve("reports/gitlab.json")).content().contains("\"severity\": \"major\"");
            }
        }

        @Test
        void the_whole_exchange_is_shown_on_demand() throws IOException {
            try (UserService users = UserService.whoseUsersHave("full_name")) {
                Ended ended = run(
                        "verify",
                        "contracts",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--header=Authorization: Bearer hidden",
                        "--missing-states=ignore",
                        "--details");

                assertThat(ended.out())
                        .contains("\n  FAILED  a request for user 1\n")
                        .contains("""
                                  sent
                                    | GET %s/users/1
                                    | Authorization: ***
                                  came
                                    | status 200
                                """.indent(0).formatted(users.url()))
                        .doesNotContain("hidden");
            }
        }

        @Test
        void a_kind_of_report_that_does_not_exist_is_wrong_usage() {
            assertThat(run("verify", "contracts", "--provider=users", "--url=http://127.0.0.1:1", "--report=pdf=a"))
                    .isEqualTo(new Ended(64, "", """
                            CONTRACT-USAGE  --report is junit=FILE, json=FILE, markdown=FILE, html=FILE, github=FILE or gitlab=FILE, not pdf
                              where  contract verify
                              mend   see contract verify --help
                            """));
        }

        @Test
        void a_terminal_shows_how_far_it_is() throws IOException {
            try (UserService users = UserService.whoseUsersHave("full_name")) {
                Ended ended = new Cli(directory)
                        .onTerminal()
                        .run(
                                "verify",
                                "contracts",
                                "--provider=users",
                                "--url=" + users.url(),
                                "--lanes=1",
                                "--missing-states=ignore");

                assertThat(ended.out())
                        .startsWith("\r0 of 2 interactions\u001b[K\r1 of 2 interactions")
                        .contains("\r2 of 2 interactions, 1 failed\u001b[K\r\u001b[K\r\u001b[31mFAILED ");
            }
        }
    }

    @Nested
    class OfAProviderThatIsNotThere {
        private static final String NOTHING_VERIFIED = """
                CONTRACT-UNANSWERED  nothing was verified: no interaction got an answer to judge
                  where  provider "users"
                  found  only the errors above
                  mend   see that the provider runs and can be reached, and that whoever sets its states answers
                """;

        @Test
        void nothing_is_verified_and_nothing_published() {
            run("publish", "contracts", "--consumer-app-version=7f3", "--branch=main");

            Ended ended = run(
                    "verify",
                    "--provider=users",
                    "--url=http://127.0.0.1:1",
                    "--missing-states=ignore",
                    "--publish",
                    "--provider-version=b41");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.out()).startsWith("FAILED  shop → users  2 of 2 interactions failed\n");
            assertThat(ended.err())
                    .startsWith("The pact at http://local-broker/pacts/provider/users/consumer/shop/pact-version/")
                    .endsWith(" is verified because it belongs to shop 7f3: latest from main branch\n"
                            + "1 provider state is ignored.\n"
                            + "Not published: shop → users was not verified, because none of its interactions got an answer to judge.\n"
                            + NOTHING_VERIFIED);
            assertThat(run("describe-version", "-a", "users", "-e", "b41").exitCode())
                    .isEqualTo(2);
        }

        @Test
        void nothing_is_verified_of_files_either() {
            Ended ended = run(
                    "verify", "contracts", "--provider=users", "--url=http://127.0.0.1:1", "--missing-states=ignore");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).isEqualTo("1 provider state is ignored.\n" + NOTHING_VERIFIED);
        }

        @Test
        void nothing_is_verified_without_states() throws IOException {
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run(
                        "verify",
                        "contracts",
                        "--provider=users",
                        "--url=" + users.url(),
                        "--state-url=http://127.0.0.1:1/_states");

                assertThat(users.seen).isEmpty();
                assertThat(ended.exitCode()).isEqualTo(2);
                assertThat(ended.err()).isEqualTo(NOTHING_VERIFIED);
            }
        }
    }

    @Nested
    class OfAProviderItStarts {
        @Test
        void the_provider_is_started_verified_and_stopped() {
            Ended ended = run(
                    "verify",
                    "contracts",
                    "--provider=users",
                    "--start=" + UserService.command("name"),
                    "--health=/health",
                    "--missing-states=ignore");

            assertThat(ended.exitCode()).isZero();
            assertThat(ProcessHandle.current().children()).noneMatch(VerifyCommandTest::isUserService);
        }

        @Test
        void the_provider_is_started_anew_for_each_round() {
            String start = "sh -c \"echo started >> starts.txt; exec " + UserService.command("name") + "\"";

            Ended ended = run(
                    "verify",
                    "contracts",
                    "--provider=users",
                    "--start=" + start,
                    "--health=/health",
                    "--repeat=3",
                    "--shuffle",
                    "--seed=7",
                    "--missing-states=ignore");

            assertThat(ended).isEqualTo(new Ended(0, """
                    ok      shop → users  2 interactions

                    CONTRACT-SHUFFLED  interactions were replayed in a random order
                      found  seed 7
                      mend   repeat the order with --shuffle --seed 7, or .shuffle().seed(7)
                    """, "1 provider state is ignored.\n"));
            assertThat(directory.resolve("starts.txt")).hasContent("started\n".repeat(3));
        }

        @Test
        void the_provider_may_have_to_show_more_than_its_port() {
            Ended ended = run(
                    "verify",
                    "contracts",
                    "--provider=users",
                    "--start=" + UserService.command("name"),
                    "--clean-env",
                    "--start-directory=contracts",
                    "--health=/nowhere",
                    "--health-status=200",
                    "--ready-line=^starting with",
                    "--ready-command=sh -c 'test -e shop-users.json && test -n {port}'",
                    "--stop-patience=1",
                    "--service-log=logs/users.log",
                    "--missing-states=ignore");

            assertThat(ended.err()).isEqualTo("1 provider state is ignored.\n");
            assertThat(ended.exitCode()).isZero();
            assertThat(directory.resolve("logs/users.log")).hasContent("starting with name\n");
        }

        @Test
        void a_provider_that_is_not_ready_in_time_is_an_error_that_says_what_is_missing() {
            String start = UserService.command("name");

            Ended ended = run(
                    "verify",
                    "contracts",
                    "--provider=users",
                    "--start=" + start,
                    "--ready-line=listening",
                    "--start-limit=1",
                    "--missing-states=ignore");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err())
                    .startsWith("CONTRACT-START  the service was not ready after 1 s\n  where  ")
                    .contains("no line of its output matches \"listening\"\n"); // on a busy machine it may lack more
        }

        @Test
        void a_failure_comes_with_the_last_lines_of_the_provider() {
            Ended ended = run(
                    "verify",
                    "contracts",
                    "--provider=users",
                    "--start=" + UserService.command("full_name"),
                    "--missing-states=ignore");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out())
                    .containsPattern(
                            "\n  log     starting with full_name\n  repeat  curl -i http://127.0.0.1:\\d+/users/1"
                                    + "  # stopped by now: start the provider, and use its port\n");
            assertThat(ended.err()).endsWith("The last lines of the provider:\n  | starting with full_name\n");
        }

        @Test
        void the_command_that_replays_a_failure_starts_the_provider_again_and_brings_its_states_about() {
            String start = UserService.command("full_name");

            Ended ended = run(
                    "verify",
                    "contracts/shop-users.json",
                    "--provider=users",
                    "--start=" + start,
                    "--env=API_TOKEN=t0p",
                    "--env=LEVEL=debug",
                    "--health=/health",
                    "--state-url=http://127.0.0.1:{port}/_states",
                    "--state-teardown",
                    "--header=Authorization: Bearer t");

            assertThat(ended.out().lines().reduce((first, last) -> last).orElseThrow())
                    .isEqualTo("  replay  contract verify DIR/contracts/shop-users.json --provider users --start '"
                            + start.replace("'", "'\\''")
                            + "' --env 'API_TOKEN=***' --env LEVEL=debug --health /health"
                            + " --state-url 'http://127.0.0.1:{port}/_states' --state-teardown"
                            + " --header 'Authorization: ***' --only 'a request for user 1'");
        }

        @Test
        void nothing_is_started_for_contracts_that_cannot_be_read() {
            Contracts.write(directory.resolve("contracts"), "bad.json", "{\n  \"consumer\": }");

            assertThat(run(
                            "verify",
                            "contracts",
                            "--provider=users",
                            "--missing-states=ignore",
                            "--start=no-such-program {port}"))
                    .isEqualTo(new Ended(2, "", """
                            CONTRACT-JSON  not readable as JSON
                              where  DIR/contracts/bad.json:2:15
                              found  Unexpected character ('}'): expected a value
                              mend   run the consumer's tests, which write the file anew, or name a contract file, which is JSON
                            """));
        }
    }

    @Nested
    class OfContractsThatAreBroken {
        @Test
        void all_that_is_wrong_is_listed_and_nothing_is_sent() throws IOException {
            Contracts.write(directory.resolve("broken"), "types.json", """
                    {"consumer": {"name": "shop"}, "provider": {"name": "users"}, "interactions": [
                      {"description": "a", "request": {"method": "GET", "path": "/", "path": "/users/1"}, "response": {"status": 200, "headers": []}}
                    ], "messages": {}}
                    """);
            try (UserService users = UserService.whoseUsersHave("name")) {
                Ended ended = run("verify", "broken", "--provider=users", "--url=" + users.url());

                assertThat(ended).isEqualTo(new Ended(2, "", """
                                CONTRACT-JSON  the name "path" stands twice in one object
                                  where  DIR/broken/types.json:2:66
                                  found  the second of them
                                  mend   remove one of the two

                                CONTRACT-FILE  the attribute "headers" must be an object
                                  where  DIR/broken/types.json:2:126, interaction "a"
                                  found  an array

                                CONTRACT-FILE  the attribute "messages" must be an array
                                  where  DIR/broken/types.json:3:16
                                  found  an object
                                """));
                assertThat(users.seen).isEmpty();
            }
        }
    }

    @Nested
    class WithoutContracts {
        @Test
        void is_an_error_that_names_the_place() {
            assertThat(run("verify", "contracts", "--provider=orders", "--url=http://127.0.0.1:1"))
                    .isEqualTo(new Ended(2, "", """
                            CONTRACT-NONE  no contracts found for provider "orders"
                              where  directory DIR/contracts
                              found  contracts for "users"
                              mend   check the name of the provider
                            """));
        }

        @Test
        void is_fine_when_allowed() {
            assertThat(run("verify", "contracts", "--provider=orders", "--url=http://127.0.0.1:1", "--allow-none"))
                    .isEqualTo(new Ended(0, "", "There is no contract of orders: nothing to verify.\n"));
        }
    }

    @Nested
    class WrongUse {
        @Test
        void somebody_has_to_say_where_the_provider_is() {
            assertThat(run("verify", "contracts", "--provider=users")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  say where the provider runs with --url, or how to start it with --start
                      where  contract verify
                      mend   see contract verify --help
                    """));
        }

        @Test
        void how_to_start_a_provider_is_said_only_where_it_is_started() {
            assertThat(run("verify", "contracts", "--provider=users", "--url=http://127.0.0.1:1", "--ready-line=up"))
                    .isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  --ready-line belongs to --start
                      where  contract verify
                      mend   see contract verify --help
                    """));
        }

        @Test
        void the_port_of_states_is_known_only_where_the_provider_is_started() {
            assertThat(run(
                            "verify",
                            "contracts",
                            "--provider=users",
                            "--url=http://127.0.0.1:1",
                            "--state-url=http://127.0.0.1:{port}/_states"))
                    .isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  {port} in --state-url is the port that --start chooses: without --start, write the port
                      where  contract verify
                      mend   see contract verify --help
                    """));
        }

        @Test
        void results_of_files_cannot_be_published() {
            assertThat(run("verify", "contracts", "--provider=users", "--url=http://127.0.0.1:1", "--publish"))
                    .isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  --publish needs contracts that come from the broker: \
                    publish the files first, then verify without naming them
                      where  contract verify
                      mend   see contract verify --help
                    """));
        }
    }

    private static boolean isUserService(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("UserService");
    }
}
