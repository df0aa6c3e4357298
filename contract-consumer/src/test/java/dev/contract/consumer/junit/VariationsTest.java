package dev.contract.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that are run again with answers that their contract permits. */
class VariationsTest {
    private static final Pattern PLACE = Pattern.compile("^  at {2,}(\\S.*)$", Pattern.MULTILINE);

    @TempDir
    Path contracts;

    private Launch launch(Map<String, String> parameters, Class<?> tests) {
        return Launch.of(contracts, parameters, selectClass(tests));
    }

    private Launch launch(Class<?> tests) {
        return launch(Map.of(), tests);
    }

    private static Map<String, String> twenty(int seed) {
        return Map.of("contract.variations", "20", "contract.seed", String.valueOf(seed));
    }

    private static Set<String> places(Launch launch) {
        Set<String> places = new TreeSet<>();
        launch.failures().values().forEach(text -> PLACE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .forEach(places::add));
        return places;
    }

    private String written() throws IOException {
        return Files.readString(contracts.resolve("shop-users.json"));
    }

    @Nested
    class TenMistakes {

        @Test
        void are_not_seen_by_tests_with_examples_alone() {
            assertThat(launch(BuggyShop.Tests.class).failures()).isEmpty();
            assertThat(launch(BuggyShop.OneTest.class).failures()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4})
        void are_found_with_twenty_variations_of_any_seed(int seed) {
            Launch launch = launch(twenty(seed), BuggyShop.Tests.class);

            assertThat(found(launch)).hasSizeGreaterThanOrEqualTo(9);
            assertThat(places(launch)).isSubsetOf(BuggyShop.MISTAKES);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4})
        void are_found_in_one_answer_as_well(int seed) {
            Launch launch = launch(twenty(seed), BuggyShop.OneTest.class);

            assertThat(found(launch)).hasSizeGreaterThanOrEqualTo(9);
            assertThat(places(launch)).isSubsetOf(BuggyShop.MISTAKES);
        }

        private List<String> found(Launch launch) {
            Set<String> places = places(launch);
            return BuggyShop.MISTAKES.stream().filter(places::contains).toList();
        }

        @Test
        void are_told_in_the_same_words_by_the_same_seed() {
            assertThat(launch(twenty(7), BuggyShop.Tests.class).failures())
                    .isEqualTo(launch(twenty(7), BuggyShop.Tests.class).failures());
        }

        @Test
        void can_be_looked_at_alone() {
            String failure =
                    launch(twenty(1), BuggyShop.OneTest.class).failures().get("reads_all(Stub)");
            Matcher number = Pattern.compile("at {2,}header X-Tags.*?-Dcontract.variation=(\\S+)", Pattern.DOTALL)
                    .matcher(failure);
            assertThat(number.find()).isTrue();

            Launch launch = launch(
                    Map.of(
                            "contract.variations", "20",
                            "contract.seed", "1",
                            "contract.variation", number.group(1)),
                    BuggyShop.OneTest.class);

            assertThat(places(launch)).containsExactly("header X-Tags");
        }
    }

    @Nested
    class AFailure {

        @Test
        void names_the_smallest_answer_that_breaks_the_consumer_and_how_to_see_it_again() {
            assertThat(launch(VariedSamples.Breaking.class).failures().get("reads_an_age(Stub)"))
                    .matches("""
                            java.lang.AssertionError: CONTRACT-VARIATION  shop does not get along with an answer that its contract with users permits
                              in       "a request for user 1", given "user 1 exists"
                              at       \\$\\.age
                              example  42
                              varied   3000000000 \\(the most\\)
                              also     2147483648 \\(beyond 32 bits\\)
                              threw    java\\.lang\\.NumberFormatException: For input string: "3000000000".*
                              line     VariedSamples\\.java:\\d+, by VariedSamples\\.java:\\d+
                              mend     let the consumer cope with it, or say in the contract that it does not come: between\\(…\\), textOfLength\\(…\\), regex\\(…\\), eachLike\\(…\\)
                              again    VariedSamples\\.Breaking\\.reads_an_age with -Dcontract\\.variations=20 -Dcontract\\.seed=0 -Dcontract\\.variation=\\d+""");
        }

        @Test
        void of_a_message_is_told_likewise() {
            assertThat(launch(VariedSamples.OfMessages.class).failures().get("handles_a_message(String, Messages)[1]"))
                    .contains("in       \"a message in a row\"", "at       $.items", "varied   [] (empty)");
        }

        @Test
        void in_a_scope_is_told_likewise() throws IOException {
            Launch launch = launch(VariedSamples.InScopes.class);

            assertThat(launch.failures()).containsOnlyKeys("reads_an_age_in_a_scope(Stub)");
            assertThat(launch.failures().get("reads_an_age_in_a_scope(Stub)"))
                    .contains("in       \"a request in a scope\"", "at       $.age");
            assertThat(written()).contains("the next in a scope").doesNotContain("a request in a scope");
        }

        @Test
        void leaves_nothing_behind() throws IOException {
            launch(Map.of("contract.variations", "0"), VariedSamples.OfTheTest.class);
            String without = written();

            launch(VariedSamples.OfTheTest.class);

            assertThat(written()).isEqualTo(without);
        }
    }

    @Nested
    class WhatATestAsserts {

        @Test
        void counts_only_if_it_knows_what_it_is_given() {
            assertThat(launch(VariedSamples.OfTheTest.class).failures()).isEmpty();
        }

        @Test
        void is_told_where_it_hides_what_the_consumer_does() throws IOException {
            launch(VariedSamples.OfTheTest.class);

            assertThat(report(VariedSamples.OfTheTest.class)).isEqualTo("""
                    CONTRACT-UNJUDGED  tests of VariedSamples.OfTheTest hold for the example only: what the consumer makes of other answers was not seen
                      in    asks_for_what_it_was_told
                      at    $.next
                      in    asserts_what_the_example_says
                      at    $.age
                      in    throws_by_itself
                      at    $.all
                      mend  compare with answered("$.name"), or assert only if givesExample()
                    """);
        }

        @Test
        void sees_what_was_declared_before_it_begins_varied_as_well() {
            VariedSamples.OfTheTest.SEEN.clear();

            launch(VariedSamples.OfTheTest.class);

            assertThat(VariedSamples.OfTheTest.SEEN).contains("200 \"pong\"", "200 \"\"");
        }
    }

    @Nested
    class Settings {

        @Test
        void that_are_no_numbers_are_refused() {
            assertThat(launch(Map.of("contract.variations", "many"), VariedSamples.Breaking.class)
                            .failures())
                    .containsEntry("reads_an_age(Stub)", """
                            dev.contract.core.problem.ContractException: CONTRACT-VARIATION  contract.variations is no number of variations
                              found  "many"
                              mend   give a whole number from 0 to 100000""");
        }

        @Test
        void come_before_what_the_class_says() {
            assertThat(launch(Map.of("contract.variations", "0"), VariedSamples.Breaking.class)
                            .failures())
                    .isEmpty();
        }
    }

    @Nested
    class KnockOut {

        @Test
        void finds_exactly_what_is_never_read() throws IOException {
            assertThat(launch(VariedSamples.Frugal.class).failures()).isEmpty();

            assertThat(report(VariedSamples.Frugal.class)).isEqualTo("""
                    CONTRACT-UNREAD  shop never reads part of what it expects of users, as far as VariedSamples.Frugal shows
                      in      "a request for user 1"
                      unread  header ETag
                              $.address.zip
                              $.avatar
                              $.items[*].weight
                              $.nick
                              $.phone
                              $.preferences
                              $.fax
                      mend    leave it out of the contract, or assert something of it
                    """);
        }

        @Test
        void looks_at_all_tests_of_a_class() throws IOException {
            assertThat(launch(VariedSamples.Sharing.class).failures()).isEmpty();

            assertThat(report(VariedSamples.Sharing.class)).contains("unread  $.name.last\n          $.nick\n  mend");
        }

        @Test
        void goes_when_it_is_no_longer_so() throws IOException {
            launch(VariedSamples.Sharing.class);
            launch(Map.of("contract.knockout", "false"), VariedSamples.Sharing.class);

            assertThat(contracts.resolve(".reports").resolve(VariedSamples.Sharing.class.getName() + ".txt"))
                    .doesNotExist();
        }

        @Test
        void fails_where_an_unknown_field_matters() {
            assertThat(launch(VariedSamples.Intolerant.class).failures().get("knows_all_fields(Stub)"))
                    .matches("""
                            java.lang.AssertionError: CONTRACT-UNKNOWN-FIELD  shop does not get along with a field that its contract with users does not speak of
                              in     "a request for user 1"
                              at     \\$\\.open\\.unknownToTheContract
                              threw  java\\.lang\\.IllegalStateException: unknown: \\[b, unknownToTheContract]
                              line   VariedSamples\\.java:\\d+
                              mend   let the consumer pass over what it does not know, or say strict\\(…\\) in the contract""");
        }
    }

    private String report(Class<?> tests) throws IOException {
        return Files.readString(contracts.resolve(".reports").resolve(tests.getName() + ".txt"));
    }
}
