package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.ContractFiles.getGiven;
import static dev.contract.provider.ContractFiles.interaction;
import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.TestService.Answer;
import dev.contract.provider.report.ConsoleReport;
import dev.contract.provider.report.JUnitXmlReport;
import dev.contract.provider.report.JsonReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each distinct interaction is replayed once, and counts for everybody who has it. */
@Timeout(60)
class SharedReplaysTest {
    private static final String USER = "{\"id\": 1}";
    private static final String REQUEST = "{\"method\": \"GET\", \"path\": \"/users/1\"}";

    @TempDir
    private Path directory;

    private ContractFiles contracts;
    private final TestService service = new TestService();

    @BeforeEach
    void openFolder() {
        contracts = new ContractFiles(directory);
        service.on("GET /users/1", 200, USER);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Verifier verifier() {
        return Verifier.of("user-service").contractsFrom(directory(directory)).at(service.url());
    }

    private static String[] version(int version) {
        return IntStream.range(0, 100)
                .mapToObj(i -> get(
                        "user " + i, "/users/" + (i == version ? "changed-by-" + version : i), "{\"id\": " + i + "}"))
                .toArray(String[]::new);
    }

    @Test
    void ten_versions_of_a_contract_of_100_interactions_with_one_change_each_take_109_calls() {
        for (int i = 0; i < 100; i++) {
            service.on("GET /users/" + i, 200, "{\"id\": " + i + "}");
        }
        contracts.contract("web-0", version(-1));
        for (int i = 1; i < 10; i++) {
            service.on("GET /users/changed-by-" + i, 200, "{\"id\": " + i + "}");
            contracts.contract("web-" + i, version(i));
        }
        service.on("GET /users/changed-by-5", 200, "{\"id\": 500}");

        VerificationResult result = verifier().verify();

        assertThat(service.asked()).hasSize(109);
        assertThat(result.contracts())
                .extracting(each ->
                        each.interactions().size() + " of " + each.contract().consumer() + " "
                                + each.interactions().stream()
                                        .filter(InteractionResult::passed)
                                        .count())
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(i -> "100 of web-" + i + " " + (i == 5 ? 99 : 100))
                        .toList());
        assertThat(result.contracts()).allSatisfy(contract -> assertThat(contract.interactions())
                .extracting(InteractionResult::interaction)
                .isEqualTo(contract.contract().interactions()));
    }

    @Test
    void a_failure_is_told_to_everybody_under_their_own_names() {
        contracts.contract("shop", get("a user", "/users/1", "{\"id\": 2}"));
        contracts.contract(
                "web",
                interaction(
                        "user 1",
                        "\"pending\": true, \"comments\": {\"text\": [\"for the menu\"]}, ",
                        REQUEST,
                        "{\"id\": 2}",
                        ""));

        VerificationResult result = verifier().verify();

        assertThat(service.asked()).hasSize(1);
        assertThat(ConsoleReport.text(result)
                        .replace(directory.toString(), "contracts")
                        .replace(service.url(), "http://service"))
                .isEqualTo("""
                        FAILED  shop → user-service  1 of 1 interaction failed
                        ok      web → user-service  1 interaction, 1 pending failed

                        FAILED  shop → user-service: a user
                          where   contracts/shop.json:3:1
                          body    $.id: Expected 1 (Integer) to be equal to 2 (Integer)
                          repeat  curl -i http://service/users/1
                          replay  add .only("a user") to the Verifier

                        PENDING  web → user-service: user 1
                          where   contracts/web.json:3:1
                          note    for the menu
                          body    $.id: Expected 1 (Integer) to be equal to 2 (Integer)
                          repeat  curl -i http://service/users/1
                          replay  add .only("user 1") to the Verifier""");
    }

    @Test
    void warnings_name_the_place_of_each() {
        String rules = ", \"matchingRules\": {\"body\": {\"$.id\": {\"matchers\": [{\"match\": \"nonsense\"}]}}}";
        contracts.contract("shop", interaction("a user", "", REQUEST, USER, rules));
        contracts.contract("web", interaction("user 1", "", REQUEST, USER, rules));

        VerificationResult result = verifier().verify();

        assertThat(service.asked()).hasSize(1);
        assertThat(result.interactions().flatMap(each -> each.warnings().stream()))
                .extracting(each -> String.valueOf(each.where()).replace(directory.toString(), "contracts"))
                .containsExactly(
                        "contracts/shop.json:3:1, interaction \"a user\", rule \"$.id\" of the body",
                        "contracts/web.json:3:1, interaction \"user 1\", rule \"$.id\" of the body");
    }

    @Test
    void optional_fields_that_never_came_are_told() {
        contracts.contract(
                "shop",
                get("a user", "/users/1", USER),
                interaction(
                        "with a nick name", "", REQUEST, USER, ", \"presence\": {\"optional\": {\"$.nick\": \"Al\"}}"),
                interaction("with a mail", "", REQUEST, "{}", ", \"presence\": {\"optional\": {\"$.id\": 1}}"));

        VerificationResult result = verifier().verify();

        assertThat(service.asked()).hasSize(3);
        assertThat(result.success()).isTrue();
        assertThat(result.interactions().flatMap(each -> each.warnings().stream()))
                .extracting(each -> each.toString().replace(directory.toString(), "contracts"))
                .containsExactly("""
                        CONTRACT-OPTIONAL  an optional field was never there, so nobody knows whether it is right
                          where  contracts/shop.json:4:1, interaction "with a nick name", $.nick
                          found  objects without it: 1
                          mend   bring the provider into a state in which it gives the field, or take it out of the consumer's test""");
    }

    @Test
    void a_state_is_set_up_once_for_all() {
        contracts.contract("shop", getGiven("user 1 exists", "a user", "/users/1", USER));
        contracts.contract("web", getGiven("user 1 exists", "user 1", "/users/1", USER));
        contracts.contract("app", getGiven("user 1 may log in", "user 1", "/users/1", USER));
        List<String> calls = new ArrayList<>();

        VerificationResult result = verifier()
                .state("user 1 exists", state -> calls.add("exists"))
                .teardown("user 1 exists", state -> calls.add("exists no more"))
                .state("user 1 may log in", state -> calls.add("may log in"))
                .verify();

        assertThat(result.success()).isTrue();
        assertThat(calls).containsExactly("may log in", "exists", "exists no more");
    }

    @Test
    void the_first_to_have_it_took_the_time() {
        contracts.contract("shop", get("a user", "/users/1", USER));
        contracts.contract("web", get("user 1", "/users/1", USER));

        assertThat(verifier().verify().interactions())
                .extracting(each -> each.took().isZero())
                .containsExactly(false, true);
    }

    @Test
    void what_a_verdict_depends_on_is_never_shared() {
        String by = ", \"matchingRules\": {\"body\": {\"$.id\": {\"matchers\": [{\"match\": \"type\"}]}}}";
        contracts.contract(
                "web",
                get("as it is", "/users/1", USER),
                interaction("a rule", "", REQUEST, USER, by),
                get("another number", "/users/1", "{\"id\": 1.0}"),
                interaction(
                        "a header",
                        "",
                        "{\"method\": \"GET\", \"path\": \"/users/1\", \"headers\": {\"Accept\": [\"text/html\"]}}",
                        USER,
                        ""),
                interaction(
                        "a blank", "", "{\"method\": \"GET\", \"path\": \"/users/1\", \"query\": \"a=b+c\"}", USER, ""),
                interaction(
                        "a blank too",
                        "",
                        "{\"method\": \"GET\", \"path\": \"/users/1\", \"query\": \"a=b%20c\"}",
                        USER,
                        ""),
                getGiven("a state", "in a state", "/users/1", USER));

        verifier().missingStates(MissingStates.IGNORE).verify();

        assertThat(service.asked()).hasSize(7);
    }

    @Test
    void random_values_follow_from_names_so_only_the_same_name_shares_them() {
        String random =
                "{\"method\": \"POST\", \"path\": \"/users\", \"body\": {\"contentType\": \"application/json\", \"content\": {\"id\": \"x\"}},"
                        + " \"generators\": {\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}}";
        service.on("POST /users", asked -> new Answer(200, "application/json", USER));
        contracts.contract("app", interaction("a new user", "", random, USER, ""));
        contracts.contract("shop", interaction("a new user", "", random, USER, ""));
        contracts.contract("web", interaction("another user", "", random, USER, ""));

        verifier().seed(7).lanes(1).verify();
        List<String> first =
                service.asked().stream().map(TestService.Asked::body).toList();
        service.asked().clear();
        verifier().seed(7).only("another user").verify();

        assertThat(first).hasSize(2).doesNotHaveDuplicates();
        assertThat(service.asked()).extracting(TestService.Asked::body).containsExactly(first.get(1));
    }

    @Test
    void duplicates_are_replayed_where_that_is_asked_for() {
        contracts.contract("shop", get("a user", "/users/1", USER));
        contracts.contract("web", get("user 1", "/users/1", USER), get("user 1 again", "/users/1", USER));

        VerificationResult result = verifier().replayDuplicates().verify();

        assertThat(service.asked()).hasSize(3);
        assertThat(result.interactions().map(InteractionResult::took)).doesNotContain(Duration.ZERO);
    }

    @Test
    void reports_are_the_same_as_those_of_single_replays() {
        contracts.contract("shop", get("a user", "/users/1", USER), get("user 2", "/users/2", USER));
        contracts.contract("web", get("user 1", "/users/1", USER), get("nobody", "/users/2", USER));

        VerificationResult shared = verifier().verify();
        VerificationResult single = verifier().replayDuplicates().verify();

        assertThat(JsonReport.text(shared)).isEqualTo(JsonReport.text(single));
        assertThat(JUnitXmlReport.text(shared).replaceAll("time=\"[0-9.]+\"", ""))
                .isEqualTo(JUnitXmlReport.text(single).replaceAll("time=\"[0-9.]+\"", ""));
    }
}
