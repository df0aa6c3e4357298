package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.ContractFiles.getGiven;
import static dev.contract.provider.ContractFiles.interaction;
import static dev.contract.provider.source.ContractSource.directory;
import static dev.contract.provider.source.ContractSource.file;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import dev.contract.provider.TestService.Answer;
import dev.contract.provider.report.ConsoleReport;
import dev.contract.provider.report.JsonReport;
import dev.contract.provider.source.Absence;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.state.State;
import dev.contract.provider.state.StateAction;
import dev.contract.provider.state.StateCall;
import dev.contract.provider.state.StateChangeUrl;
import dev.contract.provider.target.RawService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VerifierTest {
    private static final String USER = "{\"id\": 1, \"name\": \"Alice\"}";
    private static final String BY_TYPE =
            ", \"matchingRules\": {\"body\": {\"$.name\": {\"matchers\": [{\"match\": \"type\"}]}}}";

    @TempDir
    private Path directory;

    private ContractFiles contracts;
    private final TestService service = new TestService();

    @BeforeEach
    void openFolder() {
        contracts = new ContractFiles(directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Verifier verifier() {
        return Verifier.of("user-service").contractsFrom(directory(directory)).at(service.url());
    }

    private String text(VerificationResult result) {
        return neutral(ConsoleReport.text(result)).replaceAll("VerifierTest\\.java:\\d+", "VerifierTest.java:LINE");
    }

    private String neutral(String text) {
        return text.replace(directory.toString(), "contracts").replace(service.url(), "http://service");
    }

    private String problems(Verifier verifier) {
        ContractException thrown = catchThrowableOfType(ContractException.class, verifier::verify);
        assertThat(service.asked()).isEmpty();
        return neutral(thrown.getMessage());
    }

    @Nested
    class WhatResponsesHadInThem {
        @BeforeEach
        void more_than_anybody_reads() {
            contracts.contract(
                    "web", interaction("user 1", "", "{\"method\": \"GET\", \"path\": \"/users/1\"}", USER, BY_TYPE));
            service.on(
                    "GET /users/1",
                    200,
                    "{\"id\": 1, \"name\": \"Bob\", \"items\": [{\"a\": 1}, {\"b\": \"secret\"}],"
                            + " \"bob@example.org\": {\"id\": 1}, \"8f14e45f-ceea-467f-a0e6-b1d2c3e4f5a6\": 1}");
        }

        @Test
        void is_kept_by_names_and_without_values() {
            VerificationResult result = verifier().responsePaths().verify();

            String expected = "\"response\":{\"method\":\"GET\",\"path\":\"/users/1\",\"status\":200,"
                    + "\"headers\":[\"Content-length\",\"Content-type\",\"Date\"],"
                    + "\"fields\":[\"$.*\",\"$.*.id\",\"$.id\",\"$.items\",\"$.items[*].a\",\"$.items[*].b\",\"$.name\"]}";
            assertThat(JsonReport.json(result).toJson()).contains(expected);
            assertThat(JsonReport.testResults(result.contracts().get(0)).toJson())
                    .contains(expected);
        }

        @Test
        void is_kept_of_failures_as_well() {
            service.on("GET /users/1", 500, "{\"error\": \"no\"}");

            assertThat(verifier().responsePaths().verify().interactions())
                    .allSatisfy(each ->
                            assertThat(each.response().orElseThrow().fields()).containsExactly("$.error"));
        }

        @Test
        void is_kept_only_where_somebody_asked() {
            assertThat(JsonReport.text(verifier().verify())).doesNotContain("\"fields\"");
        }
    }

    @Nested
    class StrengthOfContracts {
        @BeforeEach
        void honoured() {
            contracts.contract(
                    "web", interaction("user 1", "", "{\"method\": \"GET\", \"path\": \"/users/1\"}", USER, BY_TYPE));
            service.on("GET /users/1", 200, "{\"id\": 1, \"name\": \"Bob\", \"unread\": 2}");
        }

        @Test
        void what_the_contract_would_not_notice_is_advice() {
            VerificationResult result = verifier().strength().verify();

            assertThat(result.success()).isTrue();
            assertThat(service.asked()).hasSize(1);
            assertThat(text(result)).isEqualTo("""
                    ok      web → user-service  1 interaction

                    ADVICE  web → user-service: user 1
                      strength  18 of 19 changes of the response would be noticed
                      weak      $.name may be empty without notice: match it with notEmpty(…) or regex(…)""");
            assertThat(JsonReport.text(result)).contains("\"strength\": {");
        }

        @Test
        void a_contract_that_notices_everything_is_one_line() {
            contracts.contract("web", get("user 1", "/users/1", USER), get("user 1 again", "/users/1", USER));
            service.on("GET /users/1", 200, USER);

            assertThat(text(verifier().strength().verify())).isEqualTo("""
                    ok      web → user-service  2 interactions

                    ADVICE  web → user-service: none; all of 38 changes of the responses would be noticed""");
        }

        @Test
        void nobody_is_told_who_did_not_ask() {
            VerificationResult result = verifier().verify();

            assertThat(text(result)).isEqualTo("ok      web → user-service  1 interaction");
            assertThat(JsonReport.text(result)).doesNotContain("strength");
        }

        @Test
        void a_failure_has_no_strength() {
            service.on("GET /users/1", 500, USER);

            assertThat(verifier().strength().verify().interactions())
                    .extracting(InteractionResult::strength)
                    .containsExactly(Optional.empty());
        }

        @Test
        void a_long_list_is_cut_and_counted() {
            String names = IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> "\"n" + i + "\": \"x\"")
                    .collect(Collectors.joining(", ", "{", "}"));
            contracts.contract(
                    "web",
                    interaction(
                            "user 1",
                            "",
                            "{\"method\": \"GET\", \"path\": \"/users/1\"}",
                            names,
                            ", \"matchingRules\": {\"body\": {\"$.*\": {\"matchers\": [{\"match\": \"type\"}]}}}"));
            service.on("GET /users/1", 200, names);

            assertThat(text(verifier().strength().verify()).lines())
                    .hasSize(13)
                    .endsWith("            … and 2 more (--report json=FILE has all)");
        }
    }

    @Nested
    class Verdicts {

        @Test
        void success_is_one_line_per_contract() {
            contracts.contract("order-service", get("user 1", "/users/1", USER), get("user 2", "/users/2", USER));
            contracts.contract("web", get("user 1", "/users/1", USER));
            service.on("GET /users/1", 200, USER).on("GET /users/2", 200, USER);

            assertThat(text(verifier().verify())).isEqualTo("""
                    ok      order-service → user-service  2 interactions
                    ok      web → user-service  1 interaction""");
        }

        @Test
        void one_failure_is_one_block() {
            contracts.contract(
                    "order-service",
                    interaction(
                            "a request for user 1",
                            "\"providerStates\": [{\"name\": \"user exists\", \"params\": {\"id\": 1}}],"
                                    + "\"comments\": {\"testname\": \"UserClientTest.finds_an_existing_user\", \"testline\": \"UserClientTest.java:31\", \"text\": [\"asked by the basket\", \"see the wiki\"]},",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"headers\": {\"Accept\": [\"application/json\"], \"Authorization\": [\"Bearer abc\"]}}",
                            USER,
                            BY_TYPE));
            service.on("GET /users/1", 200, "{\"id\": \"1\", \"full_name\": \"Bob\"}");

            VerificationResult result =
                    verifier().state("user exists", state -> {}).verify();

            assertThat(result.success()).isFalse();
            assertThat(text(result)).isEqualTo("""
                    FAILED  order-service → user-service  1 of 1 interaction failed

                    FAILED  order-service → user-service: a request for user 1
                      where   contracts/order-service.json:3:1, UserClientTest.finds_an_existing_user (UserClientTest.java:31)
                      state   "user exists" {"id":1}
                      note    asked by the basket / see the wiki
                      body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                      body    $.id: Expected '1' (String) to be equal to 1 (Integer)
                      repeat  curl -i -H 'Accept: application/json' -H 'Authorization: ***' http://service/users/1
                      replay  add .only("a request for user 1") to the Verifier""");
        }

        @Test
        void a_failure_with_random_values_names_their_seed() {
            contracts.contract(
                    "web",
                    interaction(
                            "user",
                            "",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"query\": {\"id\": [\"1\"]}, \"generators\": {\"query\": {\"id\": {\"type\": \"RandomInt\"}}}}",
                            USER,
                            ""));
            service.on("GET /users/1", 200, "{}");

            List<String> reports = Stream.of(1, 1, 2)
                    .map(seed -> verifier()
                            .seed(seed)
                            .verify()
                            .interactions()
                            .findFirst()
                            .orElseThrow()
                            .report())
                    .toList();

            assertThat(reports.get(0)).endsWith("replay  add .only(\"user\") and .seed(1) to the Verifier");
            assertThat(reports.get(1)).isEqualTo(reports.get(0));
            assertThat(reports.get(2).replace("seed(2)", "seed(1)")).isNotEqualTo(reports.get(0));
        }

        @Test
        void a_failure_with_random_values_is_replayed_with_their_seed() {
            contracts.contract(
                    "web",
                    interaction(
                            "user",
                            "",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"headers\": {\"X\": [\"1\"]}, \"generators\": {\"header\": {\"X\": {\"type\": \"Uuid\"}}}}",
                            USER,
                            ""));
            service.on("GET /users/1", 200, "{}");

            String report = verifier()
                    .seed(-7)
                    .replayOptions(List.of("--url", "http://service"))
                    .verify()
                    .interactions()
                    .findFirst()
                    .orElseThrow()
                    .report();

            assertThat(neutral(report))
                    .endsWith("replay  contract verify contracts/web.json --provider user-service --url http://service"
                            + " --only user --seed -7");
        }

        @Test
        void a_replay_has_not_the_query_of_a_contracts_url_which_is_often_a_key() throws IOException {
            contracts.contract("web", get("user 1", "/users/1", USER));
            service.on("GET /web.json?sig=s3cret", 200, Files.readString(directory.resolve("web.json")));

            String report = Verifier.of("user-service")
                    .contractsFrom(ContractSource.url(service.url() + "/web.json?sig=s3cret"))
                    .at(service.url())
                    .replayOptions(List.of("--url", "http://service"))
                    .verify()
                    .interactions()
                    .findFirst()
                    .orElseThrow()
                    .report();

            assertThat(neutral(report))
                    .endsWith("replay  contract verify 'http://service/web.json?***' --provider user-service"
                            + " --url http://service --only 'user 1'")
                    .doesNotContain("s3cret");
        }

        @Test
        void a_wrong_status_type_and_body_are_told_in_their_order() {
            contracts.contract("web", get("user 1", "/users/1", USER));
            service.on("GET /users/1", asked -> new Answer(500, "text/plain", "boom"));

            assertThat(text(verifier().verify())).isEqualTo("""
                    FAILED  web → user-service  1 of 1 interaction failed

                    FAILED  web → user-service: user 1
                      where   contracts/web.json:3:1
                      status  Expected status 200 but was 500
                      header  Expected header 'Content-Type' to have value 'application/json' but was 'text/plain'
                      body    Expected a body of 'application/json' but the actual content type was 'text/plain'
                      answer  boom
                      repeat  curl -i http://service/users/1
                      replay  add .only("user 1") to the Verifier""");
        }

        @Test
        void a_block_has_at_most_15_lines() {
            StringBuilder keys = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                keys.append(i == 0 ? "" : ", ").append("\"key%d\": %d".formatted(i, i));
            }
            contracts.contract(
                    "web",
                    interaction(
                            "many\\nlines",
                            "\"providerStates\": [{\"name\": \"a\\nb\"}, {\"name\": \"c\"}], \"comments\": {\"testname\": \"T\", \"text\": [\"1\\n2\", \"3\"]},",
                            "{\"method\": \"POST\", \"path\": \"/x\", \"body\": {\"contentType\": \"text/plain\", \"content\": \"a\\nb\\n\"}}",
                            "{" + keys + "}",
                            ""));
            service.on("POST /x", 201, "{}");

            VerificationResult result =
                    verifier().missingStates(MissingStates.IGNORE).verify();

            String report = result.interactions().findFirst().orElseThrow().report();
            assertThat(report.lines()).hasSize(15);
            assertThat(neutral(report)).contains("… and 24 more (--report json=FILE has all)");
        }

        @Test
        void the_service_says_its_part_within_the_15_lines() {
            String keys = IntStream.range(0, 30)
                    .mapToObj("\"key%1$d\": %1$d"::formatted)
                    .collect(Collectors.joining(", "));
            contracts.contract("web", get("user 1", "/users/1", "{" + keys + "}"));
            service.on("GET /users/1", 500, "{}");
            List<String> log = IntStream.range(0, 50)
                    .boxed()
                    .flatMap(i -> Stream.of("line " + i + ", token=abc" + i, "\tat shop.Users.find(Users.java:42)", ""))
                    .toList();

            String report = verifier()
                    .serviceLog(() -> log)
                    .verify()
                    .interactions()
                    .findFirst()
                    .orElseThrow()
                    .report();

            assertThat(report.lines()).hasSizeLessThanOrEqualTo(15);
            assertThat(neutral(report)).contains("""
                      log     line 47, token=***
                              line 48, token=***
                              line 49, token=***
                      repeat  curl -i http://service/users/1
                    """.indent(0).stripTrailing());
        }

        @Test
        void a_service_whose_lines_cannot_be_had_costs_no_verdict() {
            contracts.contract("web", get("user 1", "/users/1", USER));
            service.on("GET /users/1", 500, USER);

            VerificationResult result = verifier()
                    .serviceLog(() -> {
                        throw new IllegalStateException("gone");
                    })
                    .verify();

            assertThat(text(result))
                    .contains(
                            "\n  log     the lines of the service cannot be had: java.lang.IllegalStateException: gone\n");
        }

        @Test
        void listeners_are_told_the_whole_result_in_the_end() {
            contracts.contract("web", get("a", "/1", USER), get("b", "/2", USER));
            service.on("GET /1", 200, USER);
            List<String> told = new CopyOnWriteArrayList<>();
            class Teller implements VerificationListener {
                @Override
                public void finished(InteractionResult result) {
                    told.add("finished");
                }

                @Override
                public void ended(VerificationResult result) {
                    told.add("ended "
                            + result.interactions()
                                    .map(InteractionResult::passed)
                                    .toList());
                }
            }

            verifier().listener(new Teller()).listener(new Teller()).verify();

            assertThat(told).hasSize(6).endsWith("ended [true, false]", "ended [true, false]");
        }

        @Test
        void a_listener_that_throws_does_not_end_the_run() {
            contracts.contract("web", get("a", "/1", USER), get("b", "/2", USER));
            service.on("GET /1", 200, USER).on("GET /2", 200, USER);

            VerificationResult result = verifier()
                    .listener(new VerificationListener() {
                        @Override
                        public void started(int interactions) {
                            throw new IllegalStateException("no terminal");
                        }

                        @Override
                        public void finished(InteractionResult result) {
                            throw new AssertionError("no terminal");
                        }
                    })
                    .verify();

            assertThat(result.success()).isTrue();
        }

        @Test
        void a_listener_is_told_of_each_result() {
            contracts.contract("web", get("user 1", "/users/1", USER), get("user 2", "/users/2", USER));
            service.on("GET /users/1", 200, USER);
            List<String> told = new CopyOnWriteArrayList<>();

            verifier()
                    .lanes(1)
                    .listener(new VerificationListener() {
                        @Override
                        public void started(int interactions) {
                            told.add("started " + interactions);
                        }

                        @Override
                        public void finished(InteractionResult result) {
                            told.add(result.interaction().description() + " " + result.passed());
                        }
                    })
                    .verify();

            assertThat(told).containsExactly("started 2", "user 1 true", "user 2 false");
        }

        @Test
        void a_pending_interaction_is_reported_and_does_not_fail() {
            contracts.contract(
                    "web",
                    interaction("new", "\"pending\": true, ", "{\"method\": \"GET\", \"path\": \"/new\"}", USER, ""),
                    get("old", "/old", USER));
            service.on("GET /old", 200, USER).on("GET /new", 200, "{\"id\": 1}");

            VerificationResult result = verifier().verify();

            assertThat(result.success()).isTrue();
            assertThat(text(result)).isEqualTo("""
                    ok      web → user-service  2 interactions, 1 pending failed

                    PENDING  web → user-service: new
                      where   contracts/web.json:3:1
                      body    $.name: Expected a value such as "Alice", but there is no such key
                      repeat  curl -i http://service/new
                      replay  add .only("new") to the Verifier""");
        }

        @Test
        void a_result_can_throw_all_failures_at_once() {
            contracts.contract("web", get("user 1", "/users/1", USER), get("user 2", "/users/2", USER));
            service.on("GET /users/1", 200, "{}").on("GET /users/2", 200, "{}");

            VerificationResult result = verifier().verify();

            assertThatThrownBy(result::orThrow)
                    .isInstanceOf(ContractBroken.class)
                    .hasMessageContaining("FAILED  web → user-service: user 1\n")
                    .hasMessageContaining("\n\nFAILED  web → user-service: user 2\n")
                    .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
        }
    }

    @Nested
    class BeforeAnythingIsSent {

        @Test
        void a_missing_directory_is_a_problem() {
            Verifier verifier = Verifier.of("user-service")
                    .contractsFrom(directory("no/such/place"))
                    .at(service.url());

            assertThat(problems(verifier))
                    .isEqualTo("""
                    CONTRACT-FILE  there is no such directory of contracts
                      where  no/such/place
                      found  no directory at %s
                      mend   run the consumer's tests, which write contracts; a relative path starts where the verification runs""".formatted(Path.of("no/such/place").toAbsolutePath()));
        }

        @Test
        void an_empty_directory_is_a_problem() {
            assertThat(problems(verifier())).isEqualTo("""
                    CONTRACT-NONE  no contracts found for provider "user-service"
                      where  directory contracts
                      found  no contract at all
                      mend   run the consumer's tests, which write contracts""");
        }

        @Test
        void of_several_places_each_is_told_with_what_it_has() {
            contracts.contractWith("billing", "app", get("x", "/x", "{}"));
            ContractSource elsewhere = new ContractSource() {
                @Override
                public String name() {
                    return "broker B";
                }

                @Override
                public LoadedContracts load(String provider) {
                    return new LoadedContracts(
                            List.of(),
                            List.of(),
                            new Absence(List.of("main branch: 0 contracts", "it knows nobody"), "publish some"));
                }
            };

            assertThat(problems(verifier().contractsFrom(elsewhere))).isEqualTo("""
                    CONTRACT-NONE  no contracts found for provider "user-service"
                      where  directory contracts, broker B
                      found  directory contracts: contracts for "billing"
                             broker B: main branch: 0 contracts
                               it knows nobody
                      mend   publish some""");
        }

        @Test
        void no_contract_is_fine_when_allowed() {
            VerificationResult result = verifier().allowNone().verify();

            assertThat(result.success()).isTrue();
            assertThat(result.contracts()).isEmpty();
            assertThat(neutral(result.warnings().toString()))
                    .startsWith("[CONTRACT-NONE  no contracts found for provider \"user-service\"\n");
            assertThat(verifier().allowNone().contracts()).isEmpty();
            assertThat(verifier().allowNone().tests()).isEmpty();
        }

        @Test
        void what_cannot_be_read_is_never_allowed() {
            contracts.file("web.json", "{");

            assertThat(problems(verifier().allowNone())).startsWith("CONTRACT-JSON ");
        }

        @Test
        void contracts_of_others_are_a_problem_and_a_near_name_is_told() {
            contracts.contractWith("users-service", "web", get("x", "/x", "{}"));
            contracts.contractWith("billing", "app", get("x", "/x", "{}"));

            assertThat(problems(verifier())).isEqualTo("""
                    CONTRACT-NONE  no contracts found for provider "user-service"
                      where  directory contracts
                      found  contracts for "users-service", "billing"
                      mend   is the provider called "users-service"?""");
        }

        @Test
        void filters_that_leave_nothing_are_a_problem() {
            contracts.contract("web", get("a request for a user", "/x", "{}"), get("a list", "/x", "{}"));

            assertThat(problems(verifier().consumer("web").only("a request for an user")))
                    .isEqualTo("""
                    CONTRACT-NONE  no interaction is left by the filters
                      where  consumer "web", description with "a request for an user"
                      found  "a request for a user", "a list"
                      mend   widen the filters""");
        }

        @Test
        void a_contract_of_which_nothing_is_understood_is_no_success() {
            contracts.contract("web", "{\"type\": \"Synchronous/Carrier-Pigeon\", \"description\": \"a letter\"}");

            assertThat(problems(verifier())).isEqualTo("""
                    CONTRACT-FILE  no interaction of this contract can be replayed
                      where  contracts/web.json
                      found  1 of no type that is known here
                      mend   leave the contract out, or verify it with a tool that has the plugin for it""");
        }

        @Test
        void an_interaction_that_is_not_understood_counts_as_left_out() {
            contracts.contract(
                    "web",
                    get("a user", "/1", USER),
                    "{\"type\": \"Synchronous/Carrier-Pigeon\", \"description\": \"a letter\"}");
            service.on("GET /1", 200, USER);

            assertThat(text(verifier().verify())).startsWith("ok      web → user-service  1 interaction, 1 left out\n");
        }

        @Test
        void all_states_without_a_handler_are_told_at_once() {
            contracts.contract(
                    "web",
                    getGiven("user 42 exists", "get a user", "/users/42", USER),
                    getGiven("no users", "get no user", "/users/1", USER),
                    getGiven("the moon is full", "howl", "/howl", USER),
                    getGiven("user 42 exists", "get a user again", "/users/42", USER));

            Verifier verifier = verifier().state("no users", state -> {}).state("user 41 exists", state -> {});

            assertThat(problems(verifier)).isEqualTo("""
                    CONTRACT-STATE  no handler for provider state "user 42 exists"
                      where  contracts/web.json:3:1, interaction "get a user", and 1 more
                      found  handlers for "user 41 exists", "no users"
                      mend   add .state("user 42 exists", …), or run with .missingStates(IGNORE), --missing-states=ignore
                    CONTRACT-STATE  no handler for provider state "the moon is full"
                      where  contracts/web.json:5:1, interaction "howl"
                      found  handlers for "no users", "user 41 exists"
                      mend   add .state("the moon is full", …), or run with .missingStates(IGNORE), --missing-states=ignore""");
        }

        @Test
        void a_check_needs_no_address_and_finds_handlers_that_are_missing() {
            contracts.contract("web", getGiven("a user exists", "get a user", "/users/1", USER));
            Verifier verifier = Verifier.of("user-service")
                    .contractsFrom(directory(directory))
                    .state("user exists", state -> {});

            assertThatThrownBy(verifier::check)
                    .satisfies(e -> assertThat(neutral(e.getMessage())).isEqualTo("""
                    CONTRACT-STATE  no handler for provider state "a user exists"
                      where  contracts/web.json:3:1, interaction "get a user"
                      found  handlers for "user exists"
                      mend   add .state("a user exists", …), or run with .missingStates(IGNORE), --missing-states=ignore"""));
        }

        @Test
        void a_check_warns_of_handlers_and_teardowns_that_no_contract_asks_for() {
            contracts.contract(
                    "web",
                    getGiven("user 42 exists", "get a user", "/users/42", USER),
                    getGiven("no users", "get no user", "/users/1", USER));
            Verifier verifier = Verifier.of("user-service")
                    .contractsFrom(directory(directory))
                    .only("get a user")
                    .state("", state -> {})
                    .state("user {id} exists", state -> {})
                    .state("no users", state -> {})
                    .teardown("users {id} exist", state -> {})
                    .teardown("user {id} exists", state -> {});

            assertThat(verifier.check().stream().map(Object::toString).collect(Collectors.joining("\n")))
                    .isEqualTo("""
                    CONTRACT-UNUSED  the handler of provider state "" is never called
                      found  states "user 42 exists", "no users"
                      mend   remove it, or add the contract that names the state
                    CONTRACT-UNUSED  the teardown of provider state "users {id} exist" is never called
                      found  states "user 42 exists", "no users"
                      mend   name it "user 42 exists" if that is meant; otherwise remove it""");
        }

        @Test
        void missing_handlers_can_be_ignored_with_a_warning() {
            contracts.contract("web", getGiven("user 42 exists", "get a user", "/users/42", USER));
            service.on("GET /users/42", 200, USER);

            assertThat(text(verifier().missingStates(MissingStates.IGNORE).verify()))
                    .isEqualTo("""
                    ok      web → user-service  1 interaction

                    CONTRACT-STATE  no handler for provider state "user 42 exists"
                      where  contracts/web.json:3:1, interaction "get a user"
                      found  no handlers
                      mend   add .state("user 42 exists", …)""");
        }

        @Test
        void broken_contracts_are_told_together_with_missing_states() {
            contracts.contract("web", getGiven("user 42 exists", "get a user", "/users/42", USER));
            contracts.file("broken.json", "{\"consumer\": ");

            assertThat(problems(verifier())).isEqualTo("""
                    CONTRACT-JSON  not readable as JSON
                      where  contracts/broken.json:1:14
                      found  the text ends before the JSON value is complete
                      mend   run the consumer's tests, which write the file anew, or name a contract file, which is JSON
                    CONTRACT-STATE  no handler for provider state "user 42 exists"
                      where  contracts/web.json:3:1, interaction "get a user"
                      found  no handlers
                      mend   add .state("user 42 exists", …), or run with .missingStates(IGNORE), --missing-states=ignore""");
        }

        @Test
        void an_unknown_address_is_a_problem() {
            assertThat(problems(Verifier.of("user-service").contractsFrom(directory(directory))))
                    .isEqualTo("""
                    CONTRACT-URL  the verifier does not know where the provider runs
                      mend  add .at("http://127.0.0.1:8080"), with the address of the service""");
        }

        @Test
        void a_second_handler_of_a_name_is_a_problem() {
            assertThatThrownBy(() -> verifier().state("a", state -> {}).state("a", state -> {}))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-STATE  two handlers for provider state "a"
                              found  both for setup
                              mend   remove one of the two""");
        }
    }

    @Nested
    class States {
        private final List<String> calls = new CopyOnWriteArrayList<>();

        @Test
        void are_set_up_in_order_and_taken_down_after_the_verdict() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"user 7 exists\", \"params\": {\"role\": \"admin\"}}, {\"name\": \"it is night\"}],",
                            "{\"method\": \"GET\", \"path\": \"/x\"}",
                            USER,
                            ""));
            service.on("GET /x", asked -> {
                calls.add("asked");
                return new Answer(200, "application/json", "{}");
            });

            VerificationResult result = verifier()
                    .state(
                            "user {id} exists",
                            state -> calls.add("save " + state.integer("id") + " " + state.string("role")))
                    .state(
                            "it is night",
                            state -> calls.add("night " + state.parameters().isEmpty()))
                    .teardown(
                            "user {id} exists",
                            state -> calls.add("remove " + state.string("id") + " " + state.action()))
                    .verify();

            assertThat(result.success()).isFalse();
            assertThat(calls).containsExactly("save 7 admin", "night true", "asked", "remove 7 TEARDOWN");
        }

        @Test
        void an_interaction_without_states_has_the_unnamed_one() {
            contracts.contract("web", get("x", "/x", USER), getGiven("a", "y", "/x", USER));
            service.on("GET /x", 200, USER);

            verifier()
                    .state("", state -> calls.add("reset"))
                    .teardown("", state -> calls.add("clean"))
                    .state("a", state -> calls.add("a"))
                    .verify();

            assertThat(calls).containsExactly("reset", "clean", "a");
        }

        @Test
        void a_failing_handler_fails_the_interaction_and_nothing_is_sent() {
            contracts.contract("web", getGiven("user 1 exists", "x", "/x", USER), getGiven("other", "y", "/y", USER));
            service.on("GET /y", 200, USER);

            VerificationResult result = verifier()
                    .state("user {id} exists", state -> {
                        throw new IllegalStateException("the database is away");
                    })
                    .teardown("user {id} exists", state -> calls.add("teardown"))
                    .state("other", state -> {})
                    .verify();

            assertThat(text(result)).isEqualTo("""
                    FAILED  web → user-service  1 of 2 interactions failed

                    ERROR  web → user-service: x
                      where   contracts/web.json:3:1
                      state   "user 1 exists"
                      wanted  status 200 for GET /x
                      error   the handler of provider state "user 1 exists" threw IllegalStateException: the database is away (VerifierTest.java:LINE)
                      replay  add .only("x") to the Verifier""");
            assertThat(calls).isEmpty();
            assertThat(service.asked()).extracting(TestService.Asked::line).containsExactly("GET /y");
        }

        @Test
        void a_failing_handler_lets_the_states_before_it_be_taken_down() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"c\"}], ",
                            "{\"method\": \"GET\", \"path\": \"/x\"}",
                            USER,
                            ""));

            VerificationResult result = verifier()
                    .state("a", state -> calls.add("a"))
                    .state("b", state -> {
                        throw new IllegalStateException("the database is away");
                    })
                    .state("c", state -> calls.add("c"))
                    .teardown("{each}", state -> calls.add("teardown of " + state.name()))
                    .verify();

            assertThat(text(result))
                    .contains(
                            "error   the handler of provider state \"b\" threw IllegalStateException: the database is away (VerifierTest.java:LINE)\n");
            assertThat(calls).containsExactly("a", "teardown of a");
        }

        @Test
        void an_error_of_a_handler_costs_no_other_interaction() {
            contracts.contract("web", getGiven("a", "x", "/x", USER), get("y", "/y", USER));
            service.on("GET /y", 200, USER);

            VerificationResult result = verifier()
                    .state("a", state -> {
                        throw new NoClassDefFoundError("com/example/Users");
                    })
                    .verify();

            assertThat(text(result))
                    .contains("1 of 2 interactions failed")
                    .contains(
                            "error   the handler of provider state \"a\" threw NoClassDefFoundError: com/example/Users"
                                    + " (VerifierTest.java:LINE)\n");
        }

        @Test
        void a_failing_teardown_fails_the_interaction() {
            contracts.contract("web", getGiven("a", "x", "/x", USER));
            service.on("GET /x", 200, USER);

            VerificationResult result = verifier()
                    .state("a", state -> {})
                    .teardown("a", state -> {
                        throw new IllegalStateException();
                    })
                    .verify();

            assertThat(text(result))
                    .contains(
                            "error   the teardown of provider state \"a\" threw IllegalStateException (VerifierTest.java:LINE)\n");
        }

        @Test
        void values_of_handlers_go_into_generators() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"a user exists\", \"params\": {\"role\": \"admin\"}}],",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"query\": {\"role\": [\"r\"]}, \"generators\": {\"path\": {\"type\": \"ProviderState\", \"expression\": \"/users/${id}\"}, \"query\": {\"role\": {\"type\": \"ProviderState\", \"expression\": \"${role}\"}}}}",
                            USER,
                            ", \"generators\": {\"body\": {\"$.id\": {\"type\": \"ProviderState\", \"expression\": \"id\"}}}"));
            service.on("GET /users/815?role=admin", 200, "{\"id\": 815, \"name\": \"Alice\"}");

            assertThat(text(verifier()
                            .stateValues("a user exists", state -> Map.of("id", 815))
                            .verify()))
                    .isEqualTo("ok      web → user-service  1 interaction");
        }

        @Test
        void a_value_that_no_handler_returned_is_a_warning() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"a user exists\"}],",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"generators\": {\"path\": {\"type\": \"ProviderState\", \"expression\": \"/users/${id}\"}}}",
                            USER,
                            ""));
            service.on("GET /users/1", 200, USER);

            assertThat(text(verifier().state("a user exists", state -> {}).verify()))
                    .isEqualTo("""
                    ok      web → user-service  1 interaction

                    CONTRACT-GENERATOR  no value "id" from provider state "a user exists"
                      where  contracts/web.json:3:1, interaction "x", generator ProviderState of path
                      found  no values
                      mend   return "id" from the state's handler, or give it as a parameter of the state""");
        }

        @Test
        void a_value_that_no_handler_returned_stands_in_the_failure_that_came_of_it() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"a user exists\"}],",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"generators\": {\"path\": {\"type\": \"ProviderState\", \"expression\": \"/users/${id}\"}}}",
                            USER,
                            ""));
            service.on("GET /users/815", 200, USER);

            VerificationResult result =
                    verifier().state("a user exists", state -> {}).verify();
            String report = result.interactions().findFirst().orElseThrow().report();

            assertThat(neutral(report)).isEqualTo("""
                    FAILED  web → user-service: x
                      where   contracts/web.json:3:1
                      state   "a user exists"
                      hint    no value "id" from provider state "a user exists": return "id" from the state's handler, or give it as a parameter of the state
                      status  Expected status 200 but was 404
                      header  Expected header 'Content-Type' to have value 'application/json' but was 'text/plain'
                      body    Expected a body of 'application/json' but the actual content type was 'text/plain'
                      answer  no route
                      repeat  curl -i http://service/users/1
                      replay  add .only("x") to the Verifier""");
            assertThatThrownBy(result::orThrow).hasMessage(report);
        }

        @Test
        void annotated_methods_are_handlers() {
            contracts.contract("web", getGiven("user 7 exists", "x", "/x", USER), getGiven("none", "y", "/x", USER));
            service.on("GET /x", 200, USER);

            verifier().states(new Handlers()).verify();

            assertThat(calls).containsExactly("save 7", "remove {id=7}", "none");
        }

        final class Handlers {
            @State("user {id} exists")
            Map<String, Object> save(StateCall state) {
                calls.add("save " + state.string("id"));
                return Map.of("id", 1);
            }

            @State(value = "user {id} exists", action = StateAction.TEARDOWN)
            void remove(Map<String, Object> parameters) {
                calls.add("remove " + parameters);
            }

            @State({"none", "nobody"})
            void none() {
                calls.add("none");
            }
        }

        @Test
        void an_object_without_annotated_methods_is_refused() {
            assertThatThrownBy(() -> verifier().states("text")).hasMessage("""
                            CONTRACT-STATE  no method of java.lang.String is annotated with @State
                              mend  annotate the methods that set states up with @State("the name of the state")""");
        }

        @Test
        void states_can_be_changed_by_a_url_of_the_service() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"a user exists\", \"params\": {\"role\": \"admin\"}}],",
                            "{\"method\": \"GET\", \"path\": \"/users/1\", \"generators\": {\"path\": {\"type\": \"ProviderState\", \"expression\": \"/users/${id}\"}}}",
                            USER,
                            ""),
                    get("y", "/y", USER));
            service.on("POST /states?key=1", 200, "{\"id\": 9}")
                    .on("GET /users/9", 200, USER)
                    .on("GET /y", 200, USER);

            VerificationResult result = verifier()
                    .stateChange(
                            StateChangeUrl.of(service.url() + "/states?key=1").withTeardown())
                    .verify();

            assertThat(text(result)).isEqualTo("ok      web → user-service  2 interactions");
            assertThat(service.asked())
                    .extracting(asked -> asked.line() + " " + asked.body())
                    .containsExactly(
                            "POST /states?key=1 {\"state\":\"a user exists\",\"params\":{\"role\":\"admin\"},\"action\":\"setup\"}",
                            "GET /users/9 ",
                            "POST /states?key=1 {\"state\":\"a user exists\",\"params\":{\"role\":\"admin\"},\"action\":\"teardown\"}",
                            "POST /states?key=1 {\"state\":\"\",\"params\":{},\"action\":\"setup\"}",
                            "GET /y ",
                            "POST /states?key=1 {\"state\":\"\",\"params\":{},\"action\":\"teardown\"}");
        }

        @Test
        void states_can_be_changed_by_query_parameters() {
            contracts.contract(
                    "web",
                    interaction(
                            "x",
                            "\"providerStates\": [{\"name\": \"a user exists\", \"params\": {\"id\": 1}}],",
                            "{\"method\": \"GET\", \"path\": \"/x\"}",
                            USER,
                            ""));
            service.on("GET /x", 200, USER).on("POST /states?state=a%20user%20exists&id=1&action=setup", 200, "");

            assertThat(verifier()
                            .stateChange(
                                    StateChangeUrl.of(service.url() + "/states").inQuery())
                            .verify()
                            .success())
                    .isTrue();
        }

        @Test
        void a_path_stands_for_a_url_of_the_service() {
            contracts.contract("web", getGiven("a", "x", "/x", USER));
            service.on("GET /x", 200, USER).on("POST /states", 200, "");

            assertThat(verifier().stateUrl("/states").verify().success()).isTrue();
        }

        @Test
        void a_state_change_that_is_refused_fails_the_interaction() {
            contracts.contract("web", getGiven("a", "x", "/x", USER));
            service.on("POST /states", 500, "{}");

            assertThat(text(verifier().stateUrl(service.url() + "/states").verify()))
                    .contains(
                            "error   State change request failed: http://service/states for state \"a\": it answered with status 500\n");
        }

        @Test
        void the_connection_to_the_url_ends_with_the_verification() throws InterruptedException {
            contracts.contract("web", getGiven("a", "x", "/x", USER));
            service.on("GET /x", 200, USER);
            try (RawService states = new RawService((request, connection) -> connection.sendJson("{}"))) {
                VerificationResult result =
                        verifier().stateUrl(states.url() + "/states").verify();

                assertThat(result.success()).isTrue();
                assertThat(states.awaitEnd()).isTrue();
            }
        }

        @Test
        void a_state_change_has_a_time_limit_of_its_own() throws IOException {
            contracts.contract("web", getGiven("a", "x", "/x", USER));
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String url = "http://127.0.0.1:" + silent.getLocalPort() + "/states";

                assertThat(text(verifier()
                                .stateChange(StateChangeUrl.of(url)
                                        .within(Duration.ofMillis(300))
                                        .withTeardown())
                                .verify()))
                        .contains("error   State change request failed: " + url
                                + " for state \"a\": no response within the time limit of 300 ms\n");
            }
        }
    }

    @Nested
    class Requests {

        @Test
        void can_be_changed_before_they_are_sent() {
            contracts.contract("web", get("x", "/x", USER));
            service.on("GET /api/x", 200, USER);

            VerificationResult result = verifier()
                    .request(request -> request.withHeader("Authorization", "Bearer 1"))
                    .request(request -> request.withPath("/api" + request.path()))
                    .verify();

            assertThat(result.success()).isTrue();
            assertThat(service.asked().get(0).headers().get("Authorization")).containsExactly("Bearer 1");
        }

        @Test
        void an_error_of_a_change_costs_no_other_interaction() {
            contracts.contract("web", get("x", "/x", USER), get("y", "/y", USER));
            service.on("GET /y", 200, USER);

            VerificationResult result = verifier()
                    .request(request -> {
                        if (request.path().equals("/x")) {
                            throw new ExceptionInInitializerError("no token");
                        }
                        return request;
                    })
                    .verify();

            assertThat(text(result))
                    .contains("1 of 2 interactions failed")
                    .contains("error   the change of the request failed, so it was not sent:"
                            + " java.lang.ExceptionInInitializerError: no token\n");
        }

        @Test
        void a_change_that_throws_fails_the_interaction() {
            contracts.contract("web", get("x", "/x", USER));

            assertThat(text(verifier()
                            .request(request -> {
                                throw new IllegalStateException("no token");
                            })
                            .verify()))
                    .contains(
                            "error   the change of the request failed, so it was not sent: java.lang.IllegalStateException: no token\n");
        }

        @Test
        void are_chosen_by_consumer_description_and_state() {
            contracts.contract("web", get("a user", "/1", USER), getGiven("s1", "a user", "/2", USER));
            contracts.contract("app", get("a user", "/3", USER), get("a list", "/4", USER));
            for (String path : List.of("/1", "/2", "/3", "/4")) {
                service.on("GET " + path, 200, USER);
            }

            assertThat(text(verifier().consumer("web").onlyInState("").verify()))
                    .isEqualTo("ok      web → user-service  1 interaction, 1 left out");
            assertThat(text(verifier()
                            .state("s1", state -> {})
                            .onlyInState("s1")
                            .verify()))
                    .isEqualTo("ok      web → user-service  1 interaction, 1 left out");
            assertThat(text(verifier().only("list").verify()))
                    .isEqualTo("ok      app → user-service  1 interaction, 1 left out");
            assertThat(service.asked())
                    .extracting(TestService.Asked::line)
                    .containsExactly("GET /1", "GET /2", "GET /4");
        }

        @Test
        void several_sources_are_verified_together() {
            contracts.contract("web", get("x", "/x", USER));
            service.on("GET /x", 200, USER);
            service.on("GET /contracts/web.json", asked -> new Answer(302, "text/plain", ""));

            VerificationResult result = Verifier.of("user-service")
                    .contractsFrom(directory(directory), file(directory.resolve("web.json")))
                    .at(service.url())
                    .verify();

            assertThat(text(result)).isEqualTo("""
                    ok      web → user-service (contracts/web.json)  1 interaction
                    ok      web → user-service (contracts/web.json)  1 interaction""");
        }
    }

    @Nested
    class SideBySide {

        @Test
        void interactions_without_states_run_in_lanes() throws Exception {
            String[] interactions = new String[8];
            CyclicBarrier all = new CyclicBarrier(8);
            for (int i = 0; i < 8; i++) {
                interactions[i] = get("x" + i, "/x" + i, USER);
                service.on("GET /x" + i, asked -> {
                    await(all);
                    return new Answer(200, "application/json", USER);
                });
            }
            contracts.contract("web", interactions);

            assertThat(verifier().lanes(8).verify().success()).isTrue();
        }

        @Test
        void interactions_with_states_run_one_at_a_time_and_after_those_in_lanes() {
            contracts.contract(
                    "web",
                    getGiven("a", "x1", "/x1", USER),
                    get("x2", "/x2", USER),
                    getGiven("a", "x3", "/x3", USER),
                    get("x4", "/x4", USER));
            List<String> order = new CopyOnWriteArrayList<>();
            AtomicInteger inside = new AtomicInteger();
            for (int i = 1; i <= 4; i++) {
                service.on("GET /x" + i, asked -> {
                    order.add(asked.line());
                    return new Answer(200, "application/json", USER);
                });
            }

            verifier()
                    .state("a", state -> {
                        assertThat(inside.incrementAndGet()).isEqualTo(1);
                        order.add("a");
                    })
                    .teardown("a", state -> inside.decrementAndGet())
                    .verify()
                    .orThrow();

            assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("GET /x2", "GET /x4");
            assertThat(order.subList(2, 6)).containsExactly("a", "GET /x1", "a", "GET /x3");
        }

        @Test
        void independent_states_run_in_lanes_too() {
            CyclicBarrier both = new CyclicBarrier(2);
            contracts.contract("web", getGiven("a", "x", "/x", USER), getGiven("b", "y", "/x", USER));
            service.on("GET /x", 200, USER);

            verifier()
                    .statesAreIndependent()
                    .state("a", state -> await(both))
                    .state("b", state -> await(both))
                    .verify()
                    .orThrow();
        }

        @Test
        void results_come_in_the_order_of_the_contract_whatever_the_timing() {
            CountDownLatch lastWasAsked = new CountDownLatch(1);
            String[] interactions = new String[12];
            for (int i = 0; i < 12; i++) {
                interactions[i] = get("x" + i, "/x" + i, USER);
                int number = i;
                service.on("GET /x" + i, asked -> {
                    if (number == 11) {
                        lastWasAsked.countDown();
                    } else if (number == 0) {
                        await(lastWasAsked);
                    }
                    return new Answer(200, "application/json", number % 2 == 0 ? USER : "{}");
                });
            }
            contracts.contract("web", interactions);

            VerificationResult result = verifier().lanes(4).verify();

            assertThat(result.interactions().map(each -> each.interaction().description()))
                    .containsExactly("x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11");
        }

        /** Twenty runs in the ordinary build; {@code -Dverify.runs=100} for more. */
        @Test
        void the_report_is_the_same_bytes_in_every_run() {
            List<String> interactions = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                interactions.add(
                        i % 5 == 0 ? getGiven("user " + i, "x" + i, "/x" + i, USER) : get("x" + i, "/x" + i, USER));
                service.on("GET /x" + i, i % 7 == 0 ? 500 : 200, i % 3 == 0 ? "{\"nam\": \"Bob\", \"id\": 2}" : USER);
            }
            contracts.contract("web", interactions.toArray(new String[0]));
            Set<String> reports = new HashSet<>();

            for (int i = 0; i < Integer.getInteger("verify.runs", 20); i++) {
                VerificationResult result =
                        verifier().state("user {id}", state -> {}).verify();
                reports.add(ConsoleReport.text(result) + JsonReport.text(result));
            }

            assertThat(reports).hasSize(1);
        }

        private void await(CyclicBarrier barrier) {
            try {
                barrier.await(20, SECONDS);
            } catch (Exception e) {
                throw new AssertionError("the others did not come", e);
            }
        }

        private void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Faults {

        @Test
        void every_fault_is_told_and_the_run_goes_on() {
            contracts.contract(
                    "web",
                    get("hangs", "/hang", USER),
                    get("resets", "/reset", USER),
                    get("talks garbage", "/garbage", USER),
                    get("never ends", "/endless", USER),
                    get("closes early", "/close", USER),
                    get("trickles", "/trickle", USER),
                    get("answers", "/ok", USER));
            try (RawService raw = new RawService(VerifierTest::misbehave)) {
                VerificationResult result = Verifier.of("user-service")
                        .contractsFrom(directory(directory))
                        .at(raw.url())
                        .timeLimit(Duration.ofMillis(1_500))
                        .bodyLimit(1_000_000)
                        .verify();

                assertThat(result.interactions().map(each -> each.interaction().description() + ": " + reason(each)))
                        .containsExactly(
                                "hangs: no response within the time limit of 1500 ms",
                                "resets: the connection broke before a response came: Connection reset",
                                "talks garbage: the answer is not HTTP: Invalid protocol version; error at offset 0: <garbage>",
                                "never ends: the body of the response is larger than the limit of 1000000 bytes",
                                "closes early: the service closed the connection within the body of the response, after 3 bytes",
                                "trickles: the response did not end within the time limit of 1500 ms",
                                "answers: ok");
            }
        }

        @Test
        void the_same_error_of_many_interactions_is_told_once() {
            contracts.contract(
                    "web", get("a", "/a", USER), get("b", "/b", USER), get("c", "/c", USER), get("d", "/d", USER));
            service.close();

            assertThat(text(verifier().verify())).isEqualTo("""
                    FAILED  web → user-service  4 of 4 interactions failed

                    ERROR  web → user-service: a
                      where   contracts/web.json:3:1
                      wanted  status 200 for GET /a
                      error   nothing accepts connections at http://service: is the service running there?
                      repeat  curl -i http://service/a
                      replay  add .only("a") to the Verifier

                    … and 3 more interactions with the same error (--report json=FILE has all)""");
        }

        private String reason(InteractionResult result) {
            return result.outcome() instanceof Outcome.Errored errored
                    ? errored.reason().replaceFirst("; \\d+ bytes of its body had come", "")
                    : "ok";
        }
    }

    private static void misbehave(String request, RawService.Connection connection) throws IOException {
        switch (request.substring(5, request.indexOf(' ', 5))) {
            case "hang" -> connection.hang();
            case "reset" -> connection.reset();
            case "garbage" -> connection.send("garbage\r\n\r\n");
            case "close" -> {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                connection.close();
            }
            case "endless" -> {
                connection.send("HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                    connection.send("x".repeat(1000));
                }
            }
            case "trickle" -> {
                connection.send("HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                    connection.send("x");
                    Thread.onSpinWait();
                }
            }
            default -> connection.sendJson(USER);
        }
    }
}
