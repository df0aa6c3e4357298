package dev.contract.provider.broker;

import static dev.contract.provider.broker.ConsumerVersionSelector.branch;
import static dev.contract.provider.broker.ConsumerVersionSelector.deployed;
import static dev.contract.provider.broker.ConsumerVersionSelector.deployedOrReleased;
import static dev.contract.provider.broker.ConsumerVersionSelector.deployedTo;
import static dev.contract.provider.broker.ConsumerVersionSelector.environment;
import static dev.contract.provider.broker.ConsumerVersionSelector.everyBranch;
import static dev.contract.provider.broker.ConsumerVersionSelector.latest;
import static dev.contract.provider.broker.ConsumerVersionSelector.latestTag;
import static dev.contract.provider.broker.ConsumerVersionSelector.mainBranch;
import static dev.contract.provider.broker.ConsumerVersionSelector.matchingBranch;
import static dev.contract.provider.broker.ConsumerVersionSelector.parse;
import static dev.contract.provider.broker.ConsumerVersionSelector.released;
import static dev.contract.provider.broker.ConsumerVersionSelector.releasedTo;
import static dev.contract.provider.broker.ConsumerVersionSelector.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConsumerVersionSelectorTest {

    static Stream<Arguments> forms() {
        return Stream.of(
                form(mainBranch(), "{'mainBranch':true}", "main branch"),
                form(mainBranch().consumer("web"), "{'mainBranch':true,'consumer':'web'}", "main branch of 'web'"),
                form(branch("feat/x"), "{'branch':'feat/x'}", "branch 'feat/x'"),
                form(
                        branch("feat/x").fallbackBranch("main").consumer("web"),
                        "{'branch':'feat/x','fallbackBranch':'main','consumer':'web'}",
                        "branch 'feat/x' (or else 'main') of 'web'"),
                form(everyBranch(), "{'branch':true,'latest':true}", "every branch"),
                form(matchingBranch(), "{'matchingBranch':true}", "branch 'feat/y' like the provider's"),
                form(tag("dev"), "{'tag':'dev'}", "all with tag 'dev'"),
                form(latestTag("dev"), "{'tag':'dev','latest':true}", "latest with tag 'dev'"),
                form(
                        latestTag("dev").fallbackTag("main"),
                        "{'tag':'dev','latest':true,'fallbackTag':'main'}",
                        "latest with tag 'dev' (or else 'main')"),
                form(latest(), "{'latest':true}", "latest version"),
                form(deployed(), "{'deployed':true}", "deployed"),
                form(deployedTo("prod"), "{'deployed':true,'environment':'prod'}", "deployed to 'prod'"),
                form(released(), "{'released':true}", "released"),
                form(releasedTo("prod"), "{'released':true,'environment':'prod'}", "released to 'prod'"),
                form(deployedOrReleased(), "{'deployedOrReleased':true}", "deployed or released"),
                form(environment("prod"), "{'environment':'prod'}", "deployed or released to 'prod'"));
    }

    private static Arguments form(ConsumerVersionSelector selector, String json, String words) {
        return Arguments.of(
                selector,
                json.replace('\'', '"'),
                words.replace("provider's", "provider-s").replace('\'', '"').replace("provider-s", "provider's"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_has_its_json_and_its_words(ConsumerVersionSelector selector, String json, String words) {
        assertThat(selector).hasToString(json);
        assertThat(selector.words("feat/y")).isEqualTo(words);
        assertThat(parse("text", json)).containsExactly(selector);
    }

    @Test
    void several_may_be_a_list() {
        assertThat(parse("text", "[{\"mainBranch\": true}, {\"tag\": \"dev\", \"deployed\": true}]"))
                .extracting(selector -> selector.words(null))
                .containsExactly("main branch", "all with tag \"dev\" and deployed");
    }

    @Nested
    class WrongOnes {
        private List<Problem> problems(String json) {
            return catchThrowableOfType(ContractException.class, () -> parse("--selectors", json))
                    .problems();
        }

        @Test
        void are_told_with_place_and_near_name() {
            assertThat(problems("[{\"latest\": true},\n {\"mainbranch\": true, \"Consumer\": \"web\"}]"))
                    .extracting(Problem::toString)
                    .containsExactly("""
                            CONTRACT-SELECTOR  a selector has no "mainbranch"
                              where  --selectors:2:17
                              found  {"mainbranch":true,"Consumer":"web"}
                              mend   write "mainBranch\"""", """
                            CONTRACT-SELECTOR  a selector has no "Consumer"
                              where  --selectors:2:35
                              found  {"mainbranch":true,"Consumer":"web"}
                              mend   write "consumer\"""");
        }

        @Test
        void may_have_names_that_are_near_to_none() {
            assertThat(problems("{\"xyz\": 1}"))
                    .extracting(Problem::mend)
                    .containsExactly("use mainBranch, matchingBranch, latest, deployed, released, deployedOrReleased,"
                            + " branch, fallbackBranch, tag, fallbackTag, environment, consumer");
        }

        static Stream<Arguments> combinations() {
            return Stream.of(
                    Arguments.of("{}", "the selector selects nothing"),
                    Arguments.of("{'latest':false,'consumer':'web'}", "the selector selects nothing"),
                    Arguments.of("{'mainBranch':true,'tag':'a'}", "'mainBranch' and 'tag' exclude each other"),
                    Arguments.of("{'mainBranch':true,'branch':'a'}", "'mainBranch' and 'branch' exclude each other"),
                    Arguments.of(
                            "{'matchingBranch':true,'latest':true}",
                            "'matchingBranch' and 'latest' exclude each other"),
                    Arguments.of("{'branch':'a','tag':'b'}", "'branch' and 'tag' exclude each other"),
                    Arguments.of("{'branch':'a','environment':'b'}", "'branch' and 'environment' exclude each other"),
                    Arguments.of("{'deployed':true,'released':true}", "'deployed' and 'released' exclude each other"),
                    Arguments.of(
                            "{'released':true,'deployedOrReleased':true}",
                            "'released' and 'deployedOrReleased' exclude each other"),
                    Arguments.of("{'branch':'a','latest':false}", "'branch' is always about the latest version"),
                    Arguments.of("{'tag':'a','fallbackTag':'b'}", "'fallbackTag' needs 'tag' and 'latest'"),
                    Arguments.of("{'latest':true,'fallbackBranch':'b'}", "'fallbackBranch' needs 'branch'"),
                    Arguments.of("{'deployed':'yes'}", "'deployed' of a selector is true or false"),
                    Arguments.of("{'tag':' '}", "'tag' of a selector is a name"),
                    Arguments.of("{'branch':false}", "'branch' of a selector is a name"),
                    Arguments.of("[1]", "a selector is an object"));
        }

        @ParameterizedTest
        @MethodSource("combinations")
        void break_a_rule_of_the_broker(String json, String what) {
            assertThat(problems(json.replace('\'', '"')))
                    .extracting(Problem::what)
                    .containsExactly(what.replace('\'', '"'));
        }

        @Test
        void cannot_be_built_either() {
            assertThatThrownBy(() -> mainBranch().fallbackBranch("main")).hasMessage("""
                    CONTRACT-SELECTOR  "fallbackBranch" needs "branch"
                      where  selector {"mainBranch":true,"fallbackBranch":"main"}
                      found  {"mainBranch":true,"fallbackBranch":"main"}
                      mend   add the branch that comes first""");
        }

        @Test
        void are_no_json() {
            assertThatThrownBy(() -> parse("--selectors", "mainBranch"))
                    .hasMessageStartingWith("CONTRACT-JSON  not readable as JSON\n  where  --selectors:1:");
        }
    }

    @Nested
    class ASelection {
        @Test
        void is_sent_with_all_that_was_said() {
            VerificationSelection selection = VerificationSelection.of(mainBranch(), latest())
                    .withProvider(ProviderVersion.of("7f3").withBranch("feat/x").withTags("dev"))
                    .withPending()
                    .withWorkInProgressSince(LocalDate.of(2026, 8, 1));

            assertThat(selection.toJson())
                    .hasToString("{\"providerVersionBranch\":\"feat/x\",\"providerVersionTags\":[\"dev\"],"
                            + "\"consumerVersionSelectors\":[{\"mainBranch\":true},{\"latest\":true}],"
                            + "\"includePendingStatus\":true,\"includeWipPactsSince\":\"2026-08-01\"}");
            assertThat(selection.problems()).isEmpty();
        }

        @Test
        void that_cannot_be_answered_is_told() {
            assertThat(VerificationSelection.of(matchingBranch())
                            .withWorkInProgressSince(LocalDate.of(2026, 8, 1))
                            .problems())
                    .extracting(Problem::toString)
                    .containsExactly("""
                            CONTRACT-SELECTOR  "matchingBranch" needs the branch of the provider
                              where  selector {"matchingBranch":true}
                              mend   give it by .withProvider(version), or --provider-branch""", """
                            CONTRACT-SELECTOR  there is no work in progress for a provider without branch and tags
                              found  contracts since 2026-08-01 are asked for
                              mend   give the branch by .withProvider(version), or --provider-branch""");
        }
    }
}
