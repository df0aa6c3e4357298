package dev.contract.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.contract.consumer.Stub;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ConsumerTestExtensionTest {

    @TempDir
    Path contracts;

    private Launch launch(Class<?>... classes) {
        return Launch.of(contracts, classes);
    }

    private Contract contract(String name) throws IOException {
        Path file = contracts.resolve(name);
        return ContractReader.readOrThrow(name, Files.readAllBytes(file));
    }

    private List<String> descriptions(String name) throws IOException {
        return contract(name).interactions().stream()
                .map(each -> each.description())
                .toList();
    }

    private Optional<String> comment(int interaction, String name) throws IOException {
        return contract("shop-users.json")
                .interactions()
                .get(interaction)
                .annotations()
                .comments()
                .string(name);
    }

    @Nested
    class Passing {

        @Test
        void a_test_that_asks_for_all_it_declared_is_recorded() throws IOException {
            Launch launch = launch(Samples.Plain.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(descriptions("shop-users.json"))
                    .containsExactly("a request for /users/1", "a request for /users/2");
            assertThat(comment(0, "testname")).contains("Samples.Plain.asks_for_what_it_declared");
            assertThat(comment(0, "testline"))
                    .hasValueSatisfying(line -> assertThat(line).matches("Samples\\.java:\\d+"));
        }

        @Test
        void what_is_recorded_can_be_written_in_older_versions() throws IOException {
            launch(Samples.Plain.class);

            for (SpecVersion version : List.of(SpecVersion.V2, SpecVersion.V3)) {
                byte[] older = ContractWriter.write(contract("shop-users.json").withVersion(version));

                assertThat(ContractReader.readOrThrow("older.json", older).version())
                        .isEqualTo(version);
                assertThat(new String(older, StandardCharsets.UTF_8)).doesNotContain("comments");
            }
        }

        @Test
        void each_provider_has_its_own_stub_and_contract() throws IOException {
            Launch launch = launch(Samples.SeveralProviders.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(descriptions("shop-users.json")).containsExactly("a request for /u");
            assertThat(descriptions("shop-mails.json")).containsExactly("a request for /m");
        }

        @Test
        void a_test_and_what_surrounds_it_share_a_stub() throws IOException {
            Launch launch = launch(Samples.Everywhere.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(descriptions("shop-users.json")).containsExactly("a request for /one", "a request for /two");
        }

        @Test
        void equal_interactions_of_several_executions_become_one() throws IOException {
            Launch launch = launch(Samples.Rows.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(descriptions("shop-users.json"))
                    .containsExactly(
                            "a request for /a", "a request for /b", "a request for /dynamic", "a request for /same");
            assertThat(comment(3, "testname")).contains("Samples.Rows.asks, Samples.Rows.repeats");
        }

        @Test
        void a_stub_of_the_class_keeps_its_address_for_all_tests() throws IOException {
            Launch launch = Launch.of(
                    contracts,
                    Map.of(
                            "junit.jupiter.execution.parallel.enabled",
                            "true",
                            "junit.jupiter.execution.parallel.mode.default",
                            "concurrent",
                            "junit.jupiter.execution.parallel.config.strategy",
                            "fixed",
                            "junit.jupiter.execution.parallel.config.fixed.parallelism",
                            "3"),
                    selectClass(Samples.OneAddress.class));

            assertThat(launch.failures()).isEmpty();
            assertThat(descriptions("shop-users.json"))
                    .containsExactly("a request for /first", "a request for /second", "a request for /shared");
        }
    }

    @Nested
    class Failing {

        @Test
        void answers_that_nobody_asked_for_are_told_and_fail_nothing() throws IOException {
            Launch launch = launch(Samples.AsksTooFewTimes.class);

            assertThat(Files.readString(
                            contracts.resolve(".reports/" + Samples.AsksTooFewTimes.class.getName() + ".txt")))
                    .isEqualTo("""
                            CONTRACT-UNREACHED  tests of Samples.AsksTooFewTimes never came to the last answers of sequences
                              in     is_content_with_the_first_answer
                              never  the last 2 of "a request for user 1"
                              mend   let the consumer ask again, or take those answers out
                            """);
            assertThat(launch.failure("is_content_with_the_first_answer(Stub)")).isEmpty();
            assertThat(launch.failure("fails(Stub)").orElseThrow().getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("""
                            CONTRACT-UNREACHED  some of the answers that follow each other were never asked for
                              in    the last 2 of "a request for user 1"
                              mend  let the consumer ask again, or take those answers out""");
        }

        @Test
        void requests_that_differ_fail_the_test_with_both_sides() throws IOException {
            Launch launch = launch(Samples.Wrong.class);

            assertThat(launch.failure("asks_for_another(Stub)")).get().hasToString("""
                            java.lang.AssertionError: CONTRACT-UNEXPECTED  shop sent a request that users is not declared to answer
                              sent      GET /users/2
                              expected  GET /users/1
                              by        "a request for user 1", given "user 1 exists", which never came
                              path      Expected path '/users/1' but was '/users/2'
                              mend      correct the request that the client sends, or the one that is declared""");
            assertThat(launch.failure("asks_for_nothing(Stub)")).get().hasToString("""
                            java.lang.AssertionError: CONTRACT-MISSING  shop never sent a request that is declared for users
                              expected  GET /users/1
                              by        "a request for /users/1"
                              mend      send it in this test, or take the interaction out""");
            assertThat(launch.failure("asks_out_of_the_blue(Stub)")).get().hasToString("""
                            java.lang.AssertionError: CONTRACT-UNEXPECTED  shop sent a request that users is not declared to answer
                              sent  GET /users/2?full=yes
                              mend  declare it: given(…).uponReceiving(…)""");
            assertThat(contracts.resolve("shop-users.json")).doesNotExist();
        }

        @Test
        void a_failure_of_the_test_itself_stays_the_first() {
            Launch launch = launch(Samples.Wrong.class);

            Throwable failure = launch.failure("fails_by_itself(Stub)").orElseThrow();
            assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("its own reason");
            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(failure.getSuppressed()[0]).hasMessageStartingWith("CONTRACT-MISSING");
        }

        @Test
        void a_refused_request_is_told_before_what_the_test_made_of_it() {
            Launch launch = launch(Samples.Surprised.class);

            for (String test : List.of("is_surprised(Stub)", "never_starts(Stub)")) {
                Throwable failure = launch.failure(test).orElseThrow();
                assertThat(failure).hasToString("""
                            java.lang.AssertionError: CONTRACT-UNEXPECTED  shop sent a request that users is not declared to answer
                              sent      GET /users/2
                              expected  GET /users/1
                              by        "a request for /users/1", which never came
                              path      Expected path '/users/1' but was '/users/2'
                              mend      correct the request that the client sends, or the one that is declared""");
                assertThat(failure).hasCause(new IllegalStateException("the status is 500"));
                assertThat(failure.getStackTrace()).isEqualTo(failure.getCause().getStackTrace());
                assertThat(failure).hasNoSuppressedExceptions();
                assertThat(failure.getCause()).hasNoSuppressedExceptions();
            }
        }

        @Test
        void a_test_that_saw_random_values_names_their_seed() {
            Launch launch = Launch.of(contracts, Map.of("contract.seed", "42"), selectClass(Samples.Random.class));

            String note = """
                    CONTRACT-SEED  answers of the stub held random values
                      mend  give -Dcontract.seed=42 to get the same ones again""";
            assertThat(launch.failure("fails_by_itself(Stub)").orElseThrow().getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly(note);
            assertThat(launch.failure("asks_for_something_else(Stub)")).get().hasToString("""
                    java.lang.AssertionError: CONTRACT-UNEXPECTED  shop sent a request that users is not declared to answer
                      sent      GET /users/2
                      expected  GET /users/1
                      by        "a request"
                      path      Expected path '/users/1' but was '/users/2'
                      mend      correct the request that the client sends, or the one that is declared
                    """ + note);
            assertThat(launch.failure("asked_for_nothing(Stub)")).get().satisfies(failure -> assertThat(failure)
                    .hasNoSuppressedExceptions());
        }

        @Test
        void a_seed_that_is_none_is_refused() {
            Launch launch = Launch.of(contracts, Map.of("contract.seed", "lucky"), selectClass(Samples.Random.class));

            assertThat(launch.failures().values()).first().hasToString("""
                    dev.contract.core.problem.ContractException: CONTRACT-SEED  contract.seed is no seed
                      found  "lucky"
                      mend   give a whole number, such as a failed test names, or random""");
        }

        @Test
        void an_assumption_that_does_not_hold_is_left_alone() {
            Launch launch = launch(Samples.Surprised.class);

            assertThat(launch.failure("assumes(Stub)").orElseThrow())
                    .isInstanceOf(TestAbortedException.class)
                    .hasNoSuppressedExceptions();
        }

        @Test
        void a_stub_of_no_provider_is_a_mistake_that_is_explained() {
            Launch launch = launch(Samples.NoProvider.class);

            assertThat(launch.failure("asks(Stub)").orElseThrow().getCause()).hasMessage("""
                            CONTRACT-ROLES  the parameter "users" does not say which provider it plays
                              where  Samples.NoProvider.asks
                              mend   name both: @ConsumerTest(consumer = "…", provider = "…") on the class, or @Provider("…") on the parameter""");
        }

        @Test
        void one_interaction_with_two_contents_fails_the_second_test() {
            Launch launch = launch(Samples.Contradiction.class);

            assertThat(launch.failures()).hasSize(1);
            assertThat(launch.failures().values().iterator().next()).isEqualTo("""
                            dev.contract.core.problem.ContractException: CONTRACT-MERGE  two interactions of one name expect different things: "a request"
                              where  Samples.Contradiction.says_yes on one side, Samples.Contradiction.says_no on the other
                              found  response.status is 200 on one side and 404 on the other
                              mend   give one of them another description or another provider state""");
        }
    }

    @Nested
    class OfMessages {

        @Test
        void what_was_handled_is_recorded_beside_requests() throws IOException {
            Launch launch = launch(Samples.Handling.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(descriptions("shop-users.json"))
                    .containsExactly("a question for a name", "a request for /users/1", "a user was added");
            assertThat(descriptions("shop-mails.json")).containsExactly("a mail was sent");
            assertThat(contract("shop-mails.json").interactions().get(0)).isInstanceOf(AsyncMessage.class);
        }

        @Test
        void version_3_takes_messages_alone() throws IOException {
            Launch launch = launch(Samples.HandlingInVersion3.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(contract("shop-mails.json").version()).isEqualTo(SpecVersion.V3);
        }

        @Test
        void nested_classes_have_the_version_and_the_folder_of_the_class_around_them() {
            Launch launch = launch(Samples.NestingOthers.class);

            assertThat(launch.failures())
                    .containsOnly(
                            Map.entry("dev.contract.consumer.junit.Samples$NestingOthers$InVersion3", """
                            dev.contract.core.problem.ContractException: CONTRACT-ROLES  a nested class asks for another version than the class around it
                              where  Samples.NestingOthers.InVersion3
                              found  V3 on Samples.NestingOthers.InVersion3, V4 on Samples.NestingOthers
                              mend   say the same in both @ConsumerTest, or take the nested class out"""),
                            Map.entry("dev.contract.consumer.junit.Samples$NestingOthers$Elsewhere", """
                            dev.contract.core.problem.ContractException: CONTRACT-ROLES  a nested class asks for another directory than the class around it
                              where  Samples.NestingOthers.Elsewhere
                              found  "elsewhere" on Samples.NestingOthers.Elsewhere, "" on Samples.NestingOthers
                              mend   say the same in both @ConsumerTest, or take the nested class out"""));
            assertThat(contracts.resolve("shop-mails.json")).doesNotExist();
        }

        @Test
        void version_3_takes_no_messages_beside_requests() {
            Launch launch = launch(Samples.MixingInVersion3.class);

            assertThat(launch.failures()).containsOnlyKeys("handles_and_asks(Messages, Stub)");
            assertThat(launch.failure("handles_and_asks(Messages, Stub)")
                            .map(each -> each.toString().replaceAll("java:\\d+", "java:LINE")))
                    .contains("""
                            dev.contract.core.problem.ContractException: CONTRACT-WRITE  version 3.0.0 of the file format cannot express requests and messages in one file
                              where  the contract of "shop" with "users"
                              found  Samples.java:LINE, request "a request for /users/1", and Samples.java:LINE, message "a user was added"
                              mend   write version 4.0, or let requests and messages have providers of different names""");
            assertThat(contracts.resolve("shop-users.json")).doesNotExist();
        }

        @Test
        void version_3_takes_no_messages_that_are_answered() {
            Launch launch = launch(Samples.AskingInVersion3.class);

            assertThat(launch.failure("asks(Messages)")
                            .map(each -> each.toString().replaceAll("java:\\d+", "java:LINE")))
                    .contains("""
                            dev.contract.core.problem.ContractException: CONTRACT-WRITE  version 3.0.0 of the file format cannot express messages that are answered
                              where  Samples.java:LINE, interaction "a question for a name"
                              mend   write version 4.0, or leave it out""");
        }

        @Test
        void what_was_not_handled_is_not_recorded() {
            Launch launch = launch(Samples.NotHandling.class);

            assertThat(launch.failures())
                    .containsOnly(
                            Map.entry("has_a_handler_that_throws(Messages)", "java.io.IOException: no disk"),
                            Map.entry("looks_away(Messages)", """
                            java.lang.AssertionError: CONTRACT-UNHANDLED  shop did not handle a message of users
                              message  "a user was added", given "user 1 exists"
                              threw    java.io.IOException: no disk
                              mend     correct the handler, or what the test declares; a handler that throws has not handled the message"""),
                            Map.entry("hands_nothing_over(Messages)", """
                            java.lang.AssertionError: CONTRACT-UNFINISHED  a message between shop and users was declared and never handed over
                              begins  expects("a user was added")
                              mend    end it with handledBy(…), which hands it to the code under test
                            CONTRACT-UNFINISHED  a message between shop and users was declared and never handed over
                              begins  given("user 1 exists")
                              mend    end it with handledBy(…), which hands it to the code under test"""));
            assertThat(launch.failure("has_a_handler_that_throws(Messages)").orElseThrow())
                    .hasNoSuppressedExceptions();
            assertThat(contracts.resolve("shop-users.json")).doesNotExist();
        }
    }

    @Nested
    class Recording {

        @BeforeEach
        void firstRun() {
            Samples.Shifting.reset();
            Samples.Shifting.PATHS.putAll(
                    Map.of("first", List.of("/1", "/2"), "second", List.of("/3"), "third", List.of("/4")));
            assertThat(launch(Samples.Shifting.class).failures()).isEmpty();
        }

        private List<String> paths() throws IOException {
            return descriptions("shop-users.json").stream()
                    .map(each -> each.substring(each.indexOf('/')))
                    .toList();
        }

        @Test
        void a_full_run_takes_out_what_is_no_longer_declared() throws IOException {
            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4");
            Samples.Shifting.PATHS.put("first", List.of("/2"));
            Samples.Shifting.PATHS.remove("third");

            launch(Samples.Shifting.class);

            assertThat(paths()).containsExactly("/2", "/3");
        }

        @Test
        void a_run_of_one_method_takes_nothing_out() throws IOException {
            Samples.Shifting.PATHS.put("first", List.of("/5"));

            Launch.of(contracts, Map.of(), selectMethod(Samples.Shifting.class, "first", Stub.class));

            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4", "/5");
        }

        @Test
        void a_run_without_the_nested_classes_takes_nothing_out() throws IOException {
            Samples.Shifting.PATHS.put("first", List.of("/5"));

            Launch.of(
                    contracts,
                    Map.of(),
                    selectMethod(Samples.Shifting.class, "first", Stub.class),
                    selectMethod(Samples.Shifting.class, "second", Stub.class));

            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4", "/5");
        }

        @Test
        void a_run_in_which_a_test_fails_takes_nothing_out_and_records_the_others() throws IOException {
            Samples.Shifting.PATHS.put("first", List.of("/5"));
            Samples.Shifting.PATHS.put("second", List.of("/6"));
            Samples.Shifting.FAILING.add("second");

            launch(Samples.Shifting.class);

            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4", "/5");
        }

        @Test
        void an_aborted_test_is_not_recorded_and_not_blamed() throws IOException {
            Samples.Shifting.PATHS.put("second", List.of("/6"));
            Samples.Shifting.ABORTED.add("second");

            Launch launch = launch(Samples.Shifting.class);

            assertThat(launch.failures()).containsOnlyKeys("second(Stub)");
            assertThat(launch.failure("second(Stub)").orElseThrow()).isInstanceOf(TestAbortedException.class);
            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4");
        }

        @Test
        void what_a_disabled_test_declared_stays() throws IOException {
            Samples.Shifting.PATHS.put("first", List.of("/2"));
            Samples.Shifting.DISABLED.add("second");

            launch(Samples.Shifting.class);

            assertThat(paths()).containsExactly("/2", "/3", "/4");
        }

        @Test
        void one_row_of_a_parameterised_test_takes_the_others_not_out() throws IOException {
            launch(Samples.OnlyRows.class);
            Launch.of(
                    contracts,
                    Map.of(),
                    selectIteration(selectMethod(Samples.OnlyRows.class, "asks", String.class, Stub.class), 1));

            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4", "/a", "/b", "/c");
        }

        @Test
        void a_test_that_fails_after_it_was_judged_is_not_recorded() throws IOException {
            assertThat(launch(Samples.FailingLate.class).failures()).hasSize(1);
            assertThat(launch(Samples.FailingDynamically.class).failures()).hasSize(1);

            assertThat(paths()).containsExactly("/1", "/2", "/3", "/4");
        }
    }

    @Nested
    class OptionalFields {

        @Test
        void are_given_in_a_first_run_of_the_method_and_left_out_in_a_second() throws IOException {
            Samples.OptionalFields.SEEN.clear();

            Launch launch = launch(Samples.OptionalFields.class);

            assertThat(launch.failures()).isEmpty();
            assertThat(Samples.OptionalFields.SEEN)
                    .containsExactlyInAnyOrder(
                            "true 200 {\"id\":1,\"nick\":\"Al\"} 2",
                            "false 200 {\"id\":1} 2",
                            "row 200 {\"id\":1,\"nick\":\"Al\"}",
                            "row 200 {\"id\":1}",
                            "scope 200 {\"nick\":\"Al\"}",
                            "scope 200 {}",
                            "message {\"nick\":\"Al\"}",
                            "message {}");
            assertThat(descriptions("shop-users.json"))
                    .containsExactly(
                            "a message", "a request for /before", "a request for user 1", "a request for user 2");
        }

        @Test
        void are_left_out_of_sequences_and_scenarios_that_begin_anew() {
            Samples.OptionalFieldsOfAStory.SEEN.clear();

            assertThat(launch(Samples.OptionalFieldsOfAStory.class).failures()).isEmpty();
            assertThat(Samples.OptionalFieldsOfAStory.SEEN)
                    .containsExactly("503, 200 {\"note\":\"soon\"}", "503, 200 {}");
        }

        @Test
        void fail_a_test_that_cannot_do_without_and_say_so() {
            Launch launch = launch(Samples.NeedsOptionalFields.class);

            assertThat(launch.failure("cannot_do_without(Stub)").orElseThrow())
                    .hasMessageContaining("Al")
                    .satisfies(thrown -> assertThat(thrown.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("""
                                    CONTRACT-OPTIONAL  the optional fields of answers and messages were left out when this happened
                                      without  $.nick of "a request for user 1"
                                      mend     let the consumer do without them, or ask givesOptional() of what the test expects"""));
        }

        @Test
        void are_owed_by_tests_that_are_not_run_again() {
            Launch launch = launch(Samples.NeedsOptionalFields.class);

            assertThat(launch.failures()).containsEntry("is_shown_once(Stub)", """
                            java.lang.AssertionError: CONTRACT-OPTIONAL  shop was shown what users gives only with its optional fields
                              in      "a request for user 1"
                              fields  $.nick
                              mend    call leaveOutOptional(), and let the consumer do the same again""");
        }
    }

    @Nested
    class Mistakes {

        @Test
        void an_interaction_without_a_response_is_named() {
            Launch launch = launch(Samples.Mistaken.class);

            assertThat(launch.failures()).contains(Map.entry("leaves_an_interaction_open(Stub)", """
                            java.lang.AssertionError: CONTRACT-UNFINISHED  an interaction of shop with users was begun and never got a response
                              begins  given("user 1 exists")
                              mend    end it with willRespondWith(…)"""));
        }

        @Test
        void an_interaction_whose_writing_was_refused_is_told_once() {
            Launch launch = launch(Samples.Mistaken.class, Samples.MistakenMessage.class);

            assertThat(launch.failures())
                    .containsOnlyKeys(
                            "leaves_an_interaction_open(Stub)",
                            "declares_an_impossible_status(Stub)",
                            "declares_metadata_twice(Messages)");
            for (String test : List.of("declares_an_impossible_status(Stub)", "declares_metadata_twice(Messages)")) {
                assertThat(launch.failure(test).orElseThrow())
                        .isInstanceOf(ContractException.class)
                        .hasNoSuppressedExceptions();
            }
        }

        @Test
        void what_is_declared_for_a_class_and_never_requested_fails_the_class() {
            Launch launch = launch(Samples.UnusedClassStub.class);

            assertThat(launch.failures())
                    .containsOnly(Map.entry("dev.contract.consumer.junit.Samples$UnusedClassStub", """
                            java.lang.AssertionError: CONTRACT-MISSING  shop never sent a request that is declared for users
                              expected  GET /never
                              by        "a request for /never"
                              mend      send it in this test, or take the interaction out"""));
            assertThat(contracts.resolve("shop-mails.json")).exists();
            assertThat(contracts.resolve("shop-users.json")).doesNotExist();
        }
    }
}
