package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.source.ContractSource.directory;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.problem.ContractException;
import dev.contract.provider.TestService.Answer;
import dev.contract.provider.message.Message;
import dev.contract.provider.report.ConsoleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MessageVerificationTest {
    private static final String CREATED = "{\"id\": 7, \"name\": \"Alice\"}";

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
        return Verifier.of("user-service").contractsFrom(directory(directory));
    }

    private String text(Verifier verifier) {
        return neutral(ConsoleReport.text(verifier.verify()));
    }

    private String neutral(String text) {
        return text.replace(directory.toString(), "contracts")
                .replace(service.url(), "http://service")
                .replaceAll("MessageVerificationTest\\.java:\\d+", "MessageVerificationTest.java:LINE");
    }

    private String problems(Verifier verifier) {
        ContractException thrown = catchThrowableOfType(ContractException.class, verifier::verify);
        assertThat(service.asked()).isEmpty();
        return neutral(thrown.getMessage());
    }

    private static String message(String description, String beside) {
        return """
                {"type": "Asynchronous/Messages", "description": "%s", %s"contents": {"contentType": "application/json", "content": %s}}""".formatted(description, beside, CREATED);
    }

    private static String created(String beside) {
        return message("a user was created", beside);
    }

    private static String question(String responses) {
        return """
                {"type": "Synchronous/Messages", "description": "a question for a name",
                "request": {"contents": {"contentType": "application/json", "content": {"id": 7}}, "metadata": {"topic": "questions"}},
                "response": [%s]}""".formatted(responses);
    }

    private static String answer(String json) {
        return "{\"contents\": {\"contentType\": \"application/json\", \"content\": %s}}".formatted(json);
    }

    @Nested
    class Produced {

        @Test
        void messages_that_are_as_agreed_pass() {
            contracts.contract("mailer", created("\"metadata\": {\"topic\": \"users\", \"weight\": 100.5}, "));

            assertThat(text(verifier().message("a user was created", () -> Message.json(CREATED)
                            .withMetadata("topic", "users")
                            .withMetadata("weight", 100.5)
                            .withMetadata("more", Map.of("any", List.of(1))))))
                    .isEqualTo("ok      mailer → user-service  1 interaction");
        }

        @Test
        void messages_that_differ_are_reported_like_responses() {
            contracts.contract(
                    "mailer",
                    created("\"metadata\": {\"topic\": \"users\", \"weight\": 100.5, \"key\": \"a\"}, "
                            + "\"providerStates\": [{\"name\": \"a user\"}], "
                            + "\"comments\": {\"testname\": \"MailerTest.greets\"}, "));

            assertThat(text(verifier().state("a user", state -> {}).message("a user was created", () -> Message.json(
                                    "{\"id\": 7, \"full_name\": \"Alice\"}")
                            .withMetadata("topic", "people")
                            .withMetadata("weight", "100.5"))))
                    .isEqualTo("""
                            FAILED  mailer → user-service  1 of 1 interaction failed

                            FAILED  mailer → user-service: a user was created
                              where     contracts/mailer.json:3:1, MailerTest.greets
                              state     "a user"
                              metadata  Expected message metadata 'topic' to have value "users" but was "people"
                              metadata  Expected message metadata 'weight' to have value 100.5 but was "100.5"
                              metadata  Expected message metadata 'key' but was missing
                              body      $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                              replay    add .only("a user was created") to the Verifier""");
        }

        @Test
        void producers_are_told_what_stands_in_the_placeholders_of_a_state() {
            contracts.contract("mailer", created("\"providerStates\": [{\"name\": \"user 7 exists\"}], "));

            assertThat(text(verifier()
                            .state("user {id} exists", state -> {})
                            .message(
                                    "a user was created",
                                    call -> Message.json(Map.of("id", call.integer("id"), "name", "Alice")))))
                    .isEqualTo("ok      mailer → user-service  1 interaction");
        }

        @Test
        void texts_and_bytes_are_compared_as_such() {
            contracts.contract(
                    "mailer",
                    "{\"type\": \"Asynchronous/Messages\", \"description\": \"a text\", \"contents\": {\"contentType\": \"text/plain\", \"content\": \"Hello Jupiter\"}}",
                    "{\"type\": \"Asynchronous/Messages\", \"description\": \"bytes\", \"contents\": {\"contentType\": \"application/octet-stream\", \"content\": \"AAEC\", \"encoded\": \"base64\"}}",
                    "{\"type\": \"Asynchronous/Messages\", \"description\": \"another type\", \"contents\": {\"contentType\": \"text/plain\", \"content\": \"Hello\"}}");

            assertThat(text(verifier()
                            .message("a text", () -> Message.text("text/plain", "Hello World"))
                            .message("bytes", () -> Message.bytes("application/octet-stream", new byte[] {0, 1, 2}))
                            .message("another type", () -> Message.json("{\"error\": \"no text\"}"))))
                    .isEqualTo("""
                            FAILED  mailer → user-service  2 of 3 interactions failed

                            FAILED  mailer → user-service: a text
                              where   contracts/mailer.json:3:1
                              body    $: Expected body 'Hello Jupiter' to match 'Hello World' using equality but did not match
                              replay  add .only("a text") to the Verifier

                            FAILED  mailer → user-service: another type
                              where   contracts/mailer.json:5:1
                              body    Expected a body of 'text/plain' but the actual content type was 'application/json'
                              answer  {"error": "no text"}
                              replay  add .only("another type") to the Verifier""");
        }

        @Test
        void the_states_and_their_values_are_told() {
            contracts.contract(
                    "mailer",
                    created(
                            "\"providerStates\": [{\"name\": \"a user\", \"params\": {\"id\": 7}}, {\"name\": \"named\"}], "));
            List<String> told = new ArrayList<>();

            verifier()
                    .state("a user", state -> told.add("state " + state.integer("id")))
                    .stateValues("named", state -> Map.of("name", "Alice"))
                    .teardown("a user", state -> told.add("teardown"))
                    .message("a user was created", call -> {
                        told.add(call.states().size() + " states");
                        return Message.json(
                                "{\"id\": %d, \"name\": \"%s\"}".formatted(call.integer("id"), call.string("name")));
                    })
                    .verify()
                    .orThrow();

            assertThat(told).containsExactly("state 7", "2 states", "teardown");
        }

        @Test
        void values_of_states_replace_examples() {
            contracts.contract(
                    "mailer",
                    created(
                            "\"providerStates\": [{\"name\": \"a user\"}], "
                                    + "\"metadata\": {\"key\": \"0\"}, "
                                    + "\"generators\": {\"body\": {\"$.id\": {\"type\": \"ProviderState\", \"expression\": \"id\"}}, "
                                    + "\"metadata\": {\"key\": {\"type\": \"ProviderState\", \"expression\": \"key ${id}\"}}}, "));

            verifier()
                    .stateValues("a user", state -> Map.of("id", 42))
                    .message("a user was created", () -> Message.json("{\"id\": 42, \"name\": \"Alice\"}")
                            .withMetadata("key", "key 42"))
                    .verify()
                    .orThrow();
        }

        @Test
        void rules_decide_what_may_differ() {
            contracts.contract(
                    "mailer",
                    created(
                            "\"metadata\": {\"key\": \"AAA-1\"}, \"matchingRules\": {\"content\": {\"$\": {\"matchers\": [{\"match\": \"type\"}]}}, "
                                    + "\"metadata\": {\"key\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"[A-Z]{3}-\\\\d+\"}]}}}, "));

            verifier()
                    .message("a user was created", () -> Message.json("{\"id\": 8, \"name\": \"Bob\", \"age\": 42}")
                            .withMetadata("key", "BBB-23"))
                    .verify()
                    .orThrow();
        }

        @Test
        void an_error_of_a_producer_costs_no_other_interaction() {
            contracts.contract("mailer", message("endless", ""), message("no class", ""), message("nothing", ""));

            assertThat(text(verifier()
                            .message("endless", call -> {
                                throw new StackOverflowError();
                            })
                            .message("no class", call -> {
                                throw new NoClassDefFoundError("com/example/Mail");
                            })
                            .messages("nothing", call -> List.of())))
                    .contains("3 of 3 interactions failed")
                    .contains("error   the producer of the message \"endless\" threw StackOverflowError (")
                    .contains(
                            "error   the producer of the message \"no class\" threw NoClassDefFoundError: com/example/Mail (")
                    .contains("error   the producer of the message \"nothing\" returned no message\n");
        }

        @Test
        void an_error_that_no_run_survives_is_thrown_on() {
            contracts.contract("mailer", message("large", ""));
            Verifier verifier = verifier().message("large", call -> {
                throw new OutOfMemoryError("heap");
            });

            assertThatThrownBy(verifier::verify).hasStackTraceContaining("OutOfMemoryError: heap");
        }

        @Test
        void producers_that_fail_are_named_with_their_place() {
            contracts.contract(
                    "mailer",
                    message("nothing", ""),
                    message("an error", ""),
                    message("too many", ""),
                    message("null", ""));

            assertThat(text(verifier()
                            .messages("nothing", call -> List.of())
                            .message("an error", call -> Message.json(call.string("id")))
                            .messages("too many", call -> List.of(Message.json("1"), Message.json("2")))
                            .message("null", call -> null)))
                    .isEqualTo("""
                            FAILED  mailer → user-service  4 of 4 interactions failed

                            ERROR  mailer → user-service: nothing
                              where   contracts/mailer.json:3:1
                              error   the producer of the message "nothing" returned no message
                              replay  add .only("nothing") to the Verifier

                            ERROR  mailer → user-service: an error
                              where   contracts/mailer.json:4:1
                              error   the producer of the message "an error" threw IllegalArgumentException: the state has no parameter "id"; it has none (MessageVerificationTest.java:LINE)
                              replay  add .only("an error") to the Verifier

                            ERROR  mailer → user-service: too many
                              where   contracts/mailer.json:5:1
                              error   2 messages were produced where 1 can be expected
                              replay  add .only("too many") to the Verifier

                            ERROR  mailer → user-service: null
                              where   contracts/mailer.json:6:1
                              error   the producer of the message "null" returned no message
                              replay  add .only("null") to the Verifier""");
        }

        @Test
        void messages_of_version_3_are_verified_too() {
            contracts.file("mailer.json", """
                    {"consumer": {"name": "mailer"}, "provider": {"name": "user-service"},
                    "messages": [{"description": "a user was created", "contents": %s, "metaData": {"contentType": "application/json"}}],
                    "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(CREATED));

            assertThat(text(verifier().message("a user was created", () -> Message.json(CREATED))))
                    .isEqualTo("ok      mailer → user-service  1 interaction");
        }

        @Test
        void one_producer_runs_at_a_time_unless_states_are_independent() throws Exception {
            contracts.contract("mailer", message("one", ""), message("two", ""));
            CyclicBarrier both = new CyclicBarrier(2);

            verifier()
                    .statesAreIndependent()
                    .message("one", () -> together(both))
                    .message("two", () -> together(both))
                    .verify()
                    .orThrow();
            List<Thread> threads = new CopyOnWriteArrayList<>();
            verifier()
                    .message("one", () -> here(threads))
                    .message("two", () -> here(threads))
                    .verify()
                    .orThrow();

            assertThat(threads).containsOnly(Thread.currentThread());
        }

        private static Message together(CyclicBarrier barrier) throws Exception {
            barrier.await(30, TimeUnit.SECONDS);
            return Message.json(CREATED);
        }

        private static Message here(List<Thread> threads) {
            threads.add(Thread.currentThread());
            return Message.json(CREATED);
        }
    }

    @Nested
    class Answers {

        @Test
        void see_what_they_answer() {
            contracts.contract("asker", question(answer("{\"name\": \"Alice\"}")));

            verifier()
                    .message("a question for a name", call -> {
                        assertThat(call.request().json()).isEqualTo(JsonReader.read("{\"id\": 7}"));
                        assertThat(call.request().metadata().string("topic")).contains("questions");
                        return Message.json("{\"name\": \"Alice\"}");
                    })
                    .verify()
                    .orThrow();
        }

        @Test
        void are_several_when_several_are_produced() {
            contracts.contract("asker", question(answer("{\"name\": \"Alice\"}") + ", " + answer("{\"last\": true}")));

            assertThat(text(verifier()
                            .messages(
                                    "a question for a name",
                                    call -> List.of(
                                            Message.json("{\"name\": \"Alice\"}"), Message.json("{\"last\": 1}")))))
                    .isEqualTo("""
                            FAILED  asker → user-service  1 of 1 interaction failed

                            FAILED  asker → user-service: a question for a name
                              where   contracts/asker.json:3:1, answer 2 of 2
                              body    $.last: Expected 1 (Integer) to be equal to true (Boolean)
                              replay  add .only("a question for a name") to the Verifier""");
        }

        @Test
        void must_all_be_produced() {
            contracts.contract("asker", question(answer("{\"name\": \"Alice\"}") + ", " + answer("{\"last\": true}")));

            assertThat(text(verifier().message("a question for a name", () -> Message.json("{\"name\": \"Alice\"}"))))
                    .isEqualTo("""
                            FAILED  asker → user-service  1 of 1 interaction failed

                            ERROR  asker → user-service: a question for a name
                              where   contracts/asker.json:3:1
                              error   only 1 of 2 answers came: let .messages(…) produce all of them; over HTTP there is only one
                              replay  add .only("a question for a name") to the Verifier""");
        }
    }

    @Nested
    class Missing {

        @Test
        void producers_are_told_before_anything_runs() {
            contracts.contract(
                    "mailer", created(""), message("a user was deleted", ""), get("user 1", "/users/1", "{}"));
            contracts.contract("web", created(""));

            assertThat(problems(verifier()
                            .at(service.url())
                            .message("a user was createt", () -> Message.json("{}"))
                            .message("an order", () -> Message.json("{}"))))
                    .isEqualTo("""
                            CONTRACT-MESSAGE  nothing produces the message "a user was created"
                              where  contracts/mailer.json:3:1, interaction "a user was created", and 1 more
                              found  producers of "a user was createt", "an order"
                              mend   add .message("a user was created", …), or .messageUrl("…") where the service gives its messages out over HTTP
                            CONTRACT-MESSAGE  nothing produces the message "a user was deleted"
                              where  contracts/mailer.json:4:1, interaction "a user was deleted"
                              found  producers of "a user was createt", "an order"
                              mend   add .message("a user was deleted", …), or .messageUrl("…") where the service gives its messages out over HTTP""");
        }

        @Test
        void producers_are_none_when_there_are_none() {
            contracts.contract("mailer", created(""));

            assertThat(problems(verifier().at(service.url()))).isEqualTo("""
                            CONTRACT-MESSAGE  nothing produces the message "a user was created"
                              where  contracts/mailer.json:3:1, interaction "a user was created"
                              found  no producers
                              mend   add .message("a user was created", …), or .messageUrl("…") where the service gives its messages out over HTTP""");
        }

        @Test
        void a_url_is_missed_by_requests_only() {
            contracts.contract("mailer", created(""), get("user 1", "/users/1", "{}"));

            assertThat(problems(verifier().message("a user was created", () -> Message.json("{}"))))
                    .isEqualTo("""
                            CONTRACT-URL  the verifier does not know where the provider runs
                              where  contracts/mailer.json:4:1, interaction "user 1"
                              mend   add .at("http://127.0.0.1:8080"), with the address of the service""");
        }

        @Test
        void a_second_producer_is_one_too_many() {
            assertThatThrownBy(() -> verifier()
                            .message("a user was created", () -> Message.json("{}"))
                            .message("a user was created", () -> Message.json("{}")))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-MESSAGE  two producers of the message "a user was created"
                              mend  remove one of the two; a producer is told the provider states: call.states()""");
        }
    }

    @Nested
    class Delivered {
        private Verifier delivered() {
            return verifier().messageUrl(service.url() + "/messages?v=1");
        }

        private void deliver(String type, String body, String metadata) {
            service.on(
                    "POST /messages?v=1",
                    asked -> new Answer(
                            200,
                            type,
                            body,
                            Map.of(
                                    "pact-message-metadata",
                                    Base64.getEncoder().encodeToString(metadata.getBytes(UTF_8)))));
        }

        @Test
        void a_path_stands_for_a_url_of_the_service() {
            contracts.contract("mailer", created(""));
            deliver("application/json", CREATED, "{}");

            assertThat(text(verifier().at(service.url()).messageUrl("/messages?v=1")))
                    .isEqualTo("ok      mailer → user-service  1 interaction");
        }

        @Test
        void over_http_they_are_asked_for_by_description_and_states() {
            contracts.contract(
                    "mailer",
                    created(
                            "\"metadata\": {\"topic\": \"users\", \"contentType\": \"application/json\"}, "
                                    + "\"providerStates\": [{\"name\": \"a user\", \"params\": {\"id\": 7}}, {\"name\": \"named\"}], "));
            deliver("application/json", CREATED, "{\"topic\": \"users\"}");

            assertThat(text(delivered()
                            .missingStates(MissingStates.IGNORE)
                            .request(request -> request.withHeader("Authorization", "Bearer test"))))
                    .startsWith("ok      mailer → user-service  1 interaction");

            assertThat(service.asked()).hasSize(1);
            assertThat(service.asked().get(0).headers())
                    .containsEntry("Authorization", List.of("Bearer test"))
                    .containsEntry("Content-type", List.of("application/json"));
            assertThat(JsonReader.read(service.asked().get(0).body())).isEqualTo(JsonReader.read("""
                            {"description": "a user was created",
                             "providerStates": [{"name": "a user", "params": {"id": 7}}, {"name": "named", "params": {}}]}"""));
        }

        @Test
        void over_http_answers_are_asked_for_with_the_request() {
            contracts.contract("asker", question(answer("{\"name\": \"Alice\"}")));
            deliver("application/json", "{\"name\": \"Alice\"}", "{}");

            delivered().verify().orThrow();

            assertThat(JsonReader.read(service.asked().get(0).body())).isEqualTo(JsonReader.read("""
                            {"description": "a question for a name", "providerStates": [],
                             "request": {
                               "contents": {"content": {"id": 7}, "contentType": "application/json", "encoded": false},
                               "metadata": {"topic": "questions"}}}"""));
        }

        @Test
        void a_content_type_in_the_metadata_comes_first() {
            contracts.contract("mailer", created(""));
            deliver("text/plain", CREATED, "{\"Content-Type\": \"application/json\"}");

            delivered().verify().orThrow();
        }

        @Test
        void what_differs_is_reported_with_a_line_that_asks_again() {
            contracts.contract("mailer", created("\"metadata\": {\"topic\": \"users\"}, "));
            service.on("POST /messages?v=1", 200, "{\"id\": 8, \"name\": \"Alice\"}");

            assertThat(text(delivered())).isEqualTo("""
                            FAILED  mailer → user-service  1 of 1 interaction failed

                            FAILED  mailer → user-service: a user was created
                              where     contracts/mailer.json:3:1
                              metadata  Expected message metadata 'topic' but was missing
                              body      $.id: Expected 8 (Integer) to be equal to 7 (Integer)
                              repeat    curl -i -X POST -H 'Content-Type: application/json' --data-raw '{"description":"a user was created","providerStates":[]}' 'http://service/messages?v=1'
                              replay    add .only("a user was created") to the Verifier""");
        }

        @Test
        void requests_and_messages_of_one_contract_are_verified_in_one_run() {
            contracts.contract("web", created(""), message("a user was deleted", ""), get("user 1", "/users/1", "{}"));
            service.on("GET /users/1", 200, "{}");
            deliver("application/json", CREATED, "{}");

            assertThat(text(delivered().at(service.url()).message("a user was deleted", () -> Message.json(CREATED))))
                    .isEqualTo("ok      web → user-service  3 interactions");
            assertThat(service.asked()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                        %%%      | the header Pact-Message-Metadata is not in base64: Illegal base64 character 25
                        aGVsbG8= | "the header Pact-Message-Metadata holds no JSON: Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at 1:1"
                        WzFd     | the header Pact-Message-Metadata holds no JSON object
                        """)
        void metadata_that_cannot_be_read_are_named(String header, String error) {
            contracts.contract("mailer", created(""));
            service.on(
                    "POST /messages?v=1",
                    asked -> new Answer(200, "application/json", CREATED, Map.of("Pact-Message-Metadata", header)));

            assertThat(errors(delivered())).containsExactly(error);
        }

        @Test
        void metadata_beyond_all_bounds_are_named() {
            contracts.contract("mailer", created(""));
            String deep = "[".repeat(600) + "]".repeat(600);

            deliver("application/json", CREATED, "{\"a\": " + deep + "}");
            assertThat(errors(delivered()))
                    .containsExactly(
                            "the header Pact-Message-Metadata holds no JSON: arrays and objects inside each other, more than 500 levels deep at 1:506");

            deliver("application/json", CREATED, "{\"a\": \"" + "x".repeat(64 << 10) + "\"}");
            assertThat(errors(delivered()))
                    .containsExactly("the head of the response is too large: Maximum line length limit exceeded");
        }

        @Test
        void an_endpoint_that_knows_no_message_is_quoted() {
            contracts.contract("mailer", created(""));

            assertThat(errors(delivered()))
                    .containsExactly(
                            "the message endpoint http://service/messages?v=1 answered with status 404: no route"
                                    + "; if messages are delivered elsewhere, say where with .messageUrl(…), --message-url");
        }

        private List<String> errors(Verifier verifier) {
            return verifier.verify()
                    .interactions()
                    .map(result -> neutral(((Outcome.Errored) result.outcome()).reason()))
                    .toList();
        }
    }

    @Test
    void nothing_of_a_message_is_needed_that_the_contract_does_not_name() {
        contracts.contract("mailer", "{\"type\": \"Asynchronous/Messages\", \"description\": \"a tick\"}");

        verifier()
                .message("a tick", () -> new Message(Message.json("1").contents(), JsonObject.EMPTY))
                .verify()
                .orThrow();
    }
}
