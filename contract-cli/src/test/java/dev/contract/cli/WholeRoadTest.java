package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a contract file to an answer: publish, verify, deploy, ask. */
class WholeRoadTest {
    private static final String WHY =
            "The pact at http://local-broker/pacts/provider/users/consumer/shop/pact-version/SHA is verified because it"
                    + " belongs to shop 7f3: latest from main branch";

    @TempDir
    private Path directory;

    @BeforeEach
    void publish() {
        Contracts.write(directory.resolve("contracts"), "shop-users.json", Contracts.of("shop"));
        assertThat(run("publish", "contracts", "-a", "7f3", "--branch", "main").out())
                .isEqualTo("Published shop 7f3 (branch main) → users\n");
    }

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private Ended verify(String nameKey, String... more) throws IOException {
        try (UserService users = UserService.whoseUsersHave(nameKey)) {
            String[] arguments = {"verify", "--provider=users", "--url=" + users.url(), "--missing-states=ignore"};
            String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
            Ended ended = run(all);
            return new Ended(
                    ended.exitCode(),
                    ended.out().replace(users.url(), "URL"),
                    ended.err().replaceAll("pact-version/[0-9a-f]{40}", "pact-version/SHA"));
        }
    }

    @Test
    void a_verified_provider_may_be_deployed_and_then_its_consumer() throws IOException {
        assertThat(verify("name", "--publish", "--provider-version=b41", "--provider-branch=feat/x"))
                .isEqualTo(new Ended(0, "ok      shop → users  2 interactions\n", WHY + """

                        1 provider state is ignored.
                        Published: users b41 honours the contract of shop.
                        """));
        assertThat(run("record-deployment", "-a", "users", "-e", "b41", "--environment", "production")
                        .exitCode())
                .isZero();

        assertThat(run("can-i-deploy", "-a", "shop", "-e", "7f3", "--to-environment", "production"))
                .isEqualTo(new Ended(0, """
                        CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                        shop      7f3        users     b41        true      1

                        Yes: All required verification results are present and successful.
                        """, ""));
        assertThat(run("describe-version", "-a", "users", "-e", "b41").out()).contains("branches      feat/x");
    }

    @Test
    void a_version_that_demands_less_may_be_merged_where_its_result_is_inferred() throws IOException {
        verify("name", "--publish", "--provider-version=b41", "--provider-branch=main");
        Contracts.write(
                directory.resolve("contracts"),
                "shop-users.json",
                Contracts.of("shop").replace("\"id\": 1, \"name\": \"Alice\"", "\"name\": \"Alice\""));
        run("publish", "contracts", "-a", "8a4", "--branch", "feat/less");

        assertThat(run("can-i-merge", "-a", "shop", "-e", "8a4").exitCode()).isEqualTo(1);
        assertThat(run("can-i-merge", "-a", "shop", "-e", "8a4", "--infer")).isEqualTo(new Ended(0, """
                        CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                        shop      8a4        users     b41        inferred

                        Yes: The contract of shop 8a4 was not verified by users b41 (latest from the main branch): that it holds \
                        is inferred. "a request for user 1", given "user 1 exists" from "a request for user 1", given "user 1 exists" \
                        of the contract of shop 7f3, verified as result 1; the other interaction follows likewise.
                          All that is required is present and successful: 1 inferred.
                        """, ""));
    }

    @Test
    void a_broken_contract_is_published_and_keeps_the_provider_out() throws IOException {
        run("record-deployment", "-a", "shop", "-e", "7f3", "--environment", "production");

        assertThat(verify("full_name", "--publish-verification-results", "--provider-version=c99"))
                .isEqualTo(new Ended(1, """
                        FAILED  shop → users  1 of 2 interactions failed

                        FAILED  shop → users: a request for user 1
                          where   Pact between shop (7f3) and users:1:73
                          state   "user 1 exists"
                          body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                          repeat  curl -i URL/users/1
                          replay  contract verify --provider users --consumer shop --url URL --missing-states ignore \
                        --only 'a request for user 1'
                        """, WHY + """
                        ; deployed to production
                        1 provider state is ignored.
                        Published: users c99 breaks the contract of shop.
                        """));
        assertThat(run("can-i-deploy", "-a", "users", "-e", "c99", "--to-environment", "production"))
                .isEqualTo(new Ended(1, """
                        CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                        shop      7f3        users     c99        false     1

                        No: The contract of shop 7f3 (now in production) failed at users c99: \
                        interaction "a request for user 1", \
                        body $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name".

                        TO DO
                        1. Mend interaction "a request for user 1", body $.name, so that users c99 honours the contract of \
                        shop 7f3; verify it, and publish the result.
                           contract verify http://local-broker/pacts/provider/users/consumer/shop/version/7f3 \
                        --provider users --provider-version c99 --publish
                        """, ""));
    }

    @Test
    void a_report_that_cannot_be_written_keeps_neither_the_others_nor_the_broker_from_the_result() throws IOException {
        Ended ended = verify(
                "name",
                "--publish",
                "--provider-version=b41",
                "--report=junit=contracts",
                "--report=json=reports/result.json");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "\nPublished: users b41 honours the contract of shop.\nCONTRACT-WRITE  a file cannot be written\n");
        assertThat(directory.resolve("reports/result.json")).exists();
    }

    @Test
    void a_part_of_a_contract_is_never_published_as_a_success() throws IOException {
        assertThat(verify("name", "--only=health", "--publish", "--provider-version=b41")
                        .err())
                .isEqualTo(
                        WHY
                                + "\nNot published: shop → users was verified only in part, which proves nothing of the rest.\n");
    }

    @Test
    void one_contract_of_the_broker_can_be_verified_by_its_url() throws IOException {
        assertThat(verify(
                        "name",
                        "http://local-broker/pacts/provider/users/consumer/shop/latest",
                        "--publish",
                        "--provider-version=b41"))
                .isEqualTo(new Ended(0, "ok      shop → users  2 interactions\n", """
                        1 provider state is ignored.
                        Published: users b41 honours the contract of shop.
                        """));
    }

    @Test
    void publishing_needs_a_version() throws IOException {
        assertThat(verify("name", "--publish")).isEqualTo(new Ended(64, "", """
                CONTRACT-USAGE  --publish needs the provider's version: give it with --provider-version, \
                or let it be detected with --auto-detect-version-properties
                  where  contract verify
                  mend   see contract verify --help
                """));
    }

    @Test
    void selectors_reach_the_broker() throws IOException {
        assertThat(verify("name", "--consumer-version-selectors={\"branch\": \"nope\"}")
                        .err())
                .isEqualTo("""
                CONTRACT-NONE  no contracts found for provider "users"
                  where  broker http://local-broker
                  found  branch "nope": 0 contracts
                         the broker has contracts with "users" of "shop", none of them selected
                  mend   select them, or publish them with the branch, and record the deployments, that are selected; \
                {"latest": true} selects the newest of each consumer; or name files to verify, such as target/contracts, or \
                the broker that is meant, by --broker-base-url or PACT_BROKER_BASE_URL
                """);
    }

    @Test
    void wrong_selectors_are_wrong_usage_and_told_with_place_and_near_name() throws IOException {
        assertThat(verify("name", "--consumer-version-selectors=[{\"mainbranch\": true}, 1]"))
                .isEqualTo(new Ended(64, "", """
                CONTRACT-SELECTOR  a selector has no "mainbranch"
                  where  --consumer-version-selectors:1:17
                  found  {"mainbranch":true}
                  mend   write "mainBranch"

                CONTRACT-SELECTOR  a selector is an object
                  where  --consumer-version-selectors:1:24
                  found  1
                  mend   write one such as {"mainBranch": true}, or a list of such objects
                """));
    }

    @Test
    void what_the_broker_would_refuse_in_the_end_is_refused_before_anything_runs() throws IOException {
        assertThat(verify("name", "--publish", "--provider-version=b41", "--build-url=77"))
                .isEqualTo(new Ended(2, "", """
                CONTRACT-VERSION  the address of the build is no URL
                  found  "77"
                  mend   write it as https://ci.example/builds/77
                """));
        assertThat(verify("name", "--include-wip-pacts-since=yesterday").err()).startsWith("""
                CONTRACT-USAGE  --include-wip-pacts-since is a date such as 2026-08-30, not yesterday
                """);
        assertThat(verify("name", "--consumer-version-selectors={\"matchingBranch\": true}"))
                .isEqualTo(new Ended(2, "", """
                CONTRACT-SELECTOR  "matchingBranch" needs the branch of the provider
                  where  selector {"matchingBranch":true}
                  mend   give it by .withProvider(version), or --provider-branch
                """));
    }

    @Test
    void no_selected_contract_is_fine_when_allowed() throws IOException {
        assertThat(verify("name", "--consumer-version-selectors={\"branch\": \"nope\"}", "--allow-none"))
                .isEqualTo(new Ended(0, "", "There is no contract of users: nothing to verify.\n"));
    }

    @Test
    void a_pending_contract_may_fail() throws IOException {
        Ended ended = verify("full_name", "--enable-pending", "--provider-branch=main");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).startsWith("ok      shop → users  2 interactions, 1 pending failed\n");
    }
}
