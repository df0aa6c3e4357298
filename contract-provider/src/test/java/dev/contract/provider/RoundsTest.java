package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.ContractFiles.interaction;
import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.TestService.Answer;
import dev.contract.provider.TestService.Asked;
import dev.contract.provider.report.ConsoleReport;
import dev.contract.provider.report.GitHubReport;
import dev.contract.provider.report.GitLabReport;
import dev.contract.provider.report.HtmlReport;
import dev.contract.provider.report.JUnitXmlReport;
import dev.contract.provider.report.JsonReport;
import dev.contract.provider.report.MarkdownReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything several times, in other orders; and again where there was no answer. */
@Timeout(60)
class RoundsTest {
    private static final String POST = "{\"method\": \"POST\", \"path\": \"/users\"}";

    @TempDir
    private Path directory;

    private ContractFiles contracts;
    private final TestService service = new TestService();

    @BeforeEach
    void openFolder() {
        contracts = new ContractFiles(directory);
        service.on("GET /a", 200, "[]").on("GET /b", 200, "[]");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Verifier verifier() {
        return Verifier.of("user-service").contractsFrom(directory(directory)).at(service.url());
    }

    private String text(VerificationResult result) {
        return neutral(ConsoleReport.text(result));
    }

    private String neutral(String text) {
        return text.replace(directory.toString(), "contracts").replace(service.url(), "http://service");
    }

    private List<String> lines() {
        return service.asked().stream().map(Asked::line).toList();
    }

    @Nested
    class AServiceThatLeaksState {
        private final AtomicInteger users = new AtomicInteger();

        @BeforeEach
        void leaking() {
            service.on("POST /users", asked -> new Answer(200, "application/json", "[" + users.incrementAndGet() + "]"))
                    .on("GET /users", asked -> new Answer(200, "application/json", users.get() == 0 ? "[]" : "[1]"));
            contracts.contract("web", get("nobody is there", "/users", "[]"), get("a", "/a", "[]"));
            contracts.contract("app", get("b", "/b", "[]"), get("a too", "/a", "[]"));
            contracts.contract(
                    "zoo",
                    interaction(
                            "a new user",
                            "",
                            POST,
                            "[1]",
                            ", \"matchingRules\": {\"body\": {\"$[0]\": {\"matchers\": [{\"match\": \"type\"}]}}}"));
        }

        @Test
        void is_found_with_the_minimal_pair_and_how_to_see_it_again() {
            VerificationResult result = verifier()
                    .repeat(5)
                    .shuffle()
                    .seed(1)
                    .freshService(() -> users.set(0))
                    .replayOptions(List.of("--url", "http://service"))
                    .verify();

            assertThat(text(result).replaceAll("failed \\d of 5 times", "failed N of 5 times"))
                    .isEqualTo("""
                    ok      app → user-service  2 interactions
                    FAILED  web → user-service  1 of 2 interactions failed
                    ok      zoo → user-service  1 interaction

                    CONTRACT-SHUFFLED  interactions were replayed in a random order
                      found  seed 1
                      mend   repeat the order with --shuffle --seed 1, or .shuffle().seed(1)

                    CONTRACT-ORDER  failed N of 5 times: it passes alone, but fails after "a new user"
                      where  contracts/web.json:3:1, interaction "nobody is there"
                      mend   take down what the others leave, or set it right in a provider state

                    FAILED  web → user-service: nobody is there
                      where   contracts/web.json:3:1
                      hint    failed N of 5 times: it passes alone, but fails after "a new user": take down what the others leave, or set it right in a provider state
                      body    $: Expected an empty List but received [1]
                      repeat  curl -i http://service/users
                      replay  contract verify contracts/web.json contracts/zoo.json --provider user-service --url http://service --in-order 'a new user' --in-order 'nobody is there'""");
        }

        @Test
        void is_found_too_when_it_spoils_every_round() {
            VerificationResult result = verifier()
                    .inOrder("a", "a new user", "nobody is there")
                    .repeat(2)
                    .freshService(() -> users.set(0))
                    .replayOptions(List.of("--url", "http://service"))
                    .verify();

            assertThat(text(result)).endsWith("""
                    FAILED  web → user-service: nobody is there
                      where   contracts/web.json:3:1
                      hint    failed 2 of 2 times: it passes alone, but fails after "a new user": take down what the others leave, or set it right in a provider state
                      body    $: Expected an empty List but received [1]
                      repeat  curl -i http://service/users
                      replay  contract verify contracts/web.json contracts/zoo.json --provider user-service --url http://service --in-order 'a new user' --in-order 'nobody is there'""");
        }

        @Test
        void is_told_by_every_report() {
            VerificationResult result = verifier()
                    .repeat(5)
                    .shuffle()
                    .seed(1)
                    .freshService(() -> users.set(0))
                    .verify();

            String told = "it passes alone, but fails after";
            assertThat(List.of(
                            JsonReport.text(result),
                            JUnitXmlReport.text(result),
                            MarkdownReport.text(result),
                            HtmlReport.text(result),
                            GitHubReport.text(result),
                            GitLabReport.text(result)))
                    .allSatisfy(report -> assertThat(report).contains(told));
        }

        @Test
        void fails_in_the_order_that_was_found() {
            VerificationResult failing =
                    verifier().inOrder("a new user", "nobody is there").verify();
            assertThat(lines()).containsExactly("POST /users", "GET /users");
            users.set(0);
            VerificationResult passing =
                    verifier().inOrder("nobody is there", "a new user").verify();

            assertThat(failing.success()).isFalse();
            assertThat(passing.success()).isTrue();
            assertThat(failing.contracts()).extracting(ContractResult::leftOut).containsExactly(1, 0);
        }

        @Test
        void is_lasting_when_nobody_starts_it_anew() {
            VerificationResult result = verifier().repeat(3).verify();

            assertThat(result.interactions().flatMap(each -> each.warnings().stream()))
                    .extracting(Problem::what)
                    .containsExactly("failed 2 of 3 times: its verdict changed once and for all, so something that was"
                            + " replayed left the service changed");
        }
    }

    @Test
    void a_service_that_is_flaky_by_itself_is_not_called_order_dependent() {
        AtomicInteger calls = new AtomicInteger();
        service.on(
                "GET /users",
                asked -> new Answer(calls.incrementAndGet() % 3 == 2 ? 500 : 200, "application/json", "[]"));
        contracts.contract("web", get("a", "/a", "[]"), get("b", "/b", "[]"), get("users", "/users", "[]"));

        VerificationResult result =
                verifier().repeat(4).shuffle().seed(3).freshService(() -> {}).verify();

        assertThat(result.interactions().filter(each -> !each.passed()))
                .singleElement()
                .satisfies(each -> assertThat(each.report())
                        .contains("hint    failed 1 of 4 times: it is flaky by itself, because the same order gave both"
                                + " verdicts: look for time, chance and threads in the service"));
    }

    @Test
    void a_service_that_does_not_start_anew_has_passed_nothing_but_keeps_its_failures() {
        service.on("GET /users", 200, "[1]");
        contracts.contract("web", get("a", "/a", "[]"), get("users", "/users", "[]"));

        VerificationResult result = verifier()
                .repeat(3)
                .freshService(() -> {
                    throw new IllegalStateException("no port");
                })
                .verify();

        assertThat(text(result).replaceAll("RoundsTest.java:\\d+", "RoundsTest.java"))
                .isEqualTo("""
                FAILED  web → user-service  2 of 2 interactions failed

                ERROR  web → user-service: a
                  where   contracts/web.json:3:1
                  wanted  status 200 for GET /a
                  error   the service did not start anew after 1 round of 3: IllegalStateException: no port (RoundsTest.java)
                  replay  add .only("a") to the Verifier

                FAILED  web → user-service: users
                  where   contracts/web.json:4:1
                  body    $: Expected an empty List but received [1]
                  repeat  curl -i http://service/users
                  replay  add .only("users") to the Verifier""");
    }

    @Test
    void a_clean_service_passes_in_every_order() {
        contracts.contract("web", get("a", "/a", "[]"), get("b", "/b", "[]"));

        VerificationResult result = verifier().repeat(3).shuffle().seed(5).verify();

        assertThat(result.success()).isTrue();
        assertThat(result.interactions().flatMap(each -> each.warnings().stream()))
                .isEmpty();
        assertThat(lines()).hasSize(6);
    }

    @Test
    void a_shuffled_run_has_the_order_of_its_seed_and_reports_in_that_of_the_contracts() {
        String[] interactions = new String[20];
        for (int i = 0; i < 20; i++) {
            service.on("GET /" + i, 200, "[]");
            interactions[i] = get("number " + i, "/" + i, "[]");
        }
        contracts.contract("web", interactions);

        VerificationResult result = verifier().shuffle().seed(7).verify();
        List<String> first = lines();
        service.asked().clear();
        verifier().shuffle().seed(7).verify();
        List<String> second = lines();
        service.asked().clear();
        verifier().shuffle().seed(8).verify();

        assertThat(second).isEqualTo(first);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
        assertThat(result.interactions().map(each -> each.interaction().description()))
                .startsWith("number 0", "number 1", "number 2");
    }

    @Test
    void an_order_has_to_name_what_there_is() {
        contracts.contract("web", get("a user", "/a", "[]"));

        ContractException thrown = catchThrowableOfType(
                ContractException.class,
                () -> verifier().inOrder("a user", "a usr").verify());

        assertThat(neutral(thrown.getMessage())).isEqualTo("""
                CONTRACT-NONE  there is no interaction "a usr" to replay in order
                  found  "a user"
                  mend   name it by its whole description""");
    }

    @Nested
    class SeveralAttempts {
        private final AtomicInteger calls = new AtomicInteger();

        private void busyFor(int first, int status) {
            service.on(
                    "GET /users",
                    asked -> new Answer(calls.incrementAndGet() <= first ? status : 200, "application/json", "[]"));
            contracts.contract("web", get("users", "/users", "[]"));
        }

        @Test
        void are_told_when_only_a_later_round_needed_them() {
            service.on(
                    "GET /users",
                    asked -> new Answer(calls.incrementAndGet() == 2 ? 503 : 200, "application/json", "[]"));
            contracts.contract("web", get("users", "/users", "[]"));

            VerificationResult result = verifier().repeat(3).attempts(2).verify();

            assertThat(calls).hasValue(4);
            assertThat(text(result)).isEqualTo("""
                    ok      web → user-service  1 interaction

                    CONTRACT-RETRIED  passed at the 2nd attempt
                      where  contracts/web.json:3:1, interaction "users"
                      found  at the 1st: Response status did not match""");
        }

        @Test
        void are_told_when_the_second_passes() {
            busyFor(1, 503);

            VerificationResult result = verifier().attempts(3).verify();

            assertThat(calls).hasValue(2);
            assertThat(text(result)).isEqualTo("""
                    ok      web → user-service  1 interaction

                    CONTRACT-RETRIED  passed at the 2nd attempt
                      where  contracts/web.json:3:1, interaction "users"
                      found  at the 1st: Response status did not match""");
            assertThat(List.of(
                            JsonReport.text(result),
                            JUnitXmlReport.text(result),
                            MarkdownReport.text(result),
                            HtmlReport.text(result),
                            GitHubReport.text(result),
                            GitLabReport.text(result)))
                    .allSatisfy(report -> assertThat(report).contains("passed at the 2nd attempt"));
        }

        @Test
        void are_told_when_all_fail() {
            busyFor(9, 503);

            VerificationResult result = verifier().attempts(3).verify();

            assertThat(calls).hasValue(3);
            assertThat(result.interactions().map(InteractionResult::report))
                    .singleElement()
                    .asString()
                    .contains("hint    failed still at the 3rd attempt");
        }

        @Test
        void are_not_made_for_a_wrong_answer() {
            busyFor(9, 500);

            assertThat(verifier().attempts(3).verify().success()).isFalse();
            assertThat(calls).hasValue(1);
        }

        @Test
        void are_not_made_for_a_status_that_was_expected() {
            service.on("GET /users", asked -> new Answer(503, "application/json", "[" + calls.incrementAndGet() + "]"));
            contracts.contract("web", get("users", "/users", "[]").replace("\"status\": 200", "\"status\": 503"));

            assertThat(verifier().attempts(3).verify().success()).isFalse();
            assertThat(calls).hasValue(1);
        }

        @Test
        void are_not_made_unless_asked_for() {
            busyFor(1, 503);

            assertThat(verifier().verify().success()).isFalse();
            assertThat(calls).hasValue(1);
        }

        @Test
        void set_up_the_states_anew() {
            busyFor(1, 503);
            AtomicInteger setUp = new AtomicInteger();

            assertThat(verifier()
                            .attempts(2)
                            .state("", state -> setUp.incrementAndGet())
                            .verify()
                            .success())
                    .isTrue();
            assertThat(setUp).hasValue(2);
        }

        @Test
        void are_made_where_nobody_answers() {
            busyFor(0, 503);
            service.close();

            assertThat(verifier().attempts(2).verify().interactions().map(InteractionResult::report))
                    .singleElement()
                    .asString()
                    .contains("failed still at the 2nd attempt")
                    .contains("nothing accepts connections at");
        }
    }

    @Test
    void numbers_are_counted_as_people_do() {
        assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111).stream().map(Attempts::ordinal))
                .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th");
    }
}
