package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that are missing, and follow from others; when they may, and when they must not. */
class InferredResultTest {
    private static final String ASK = "/matrix?q[][pacticipant]=web&q[][version]=%s&environment=test&latestby=cvpv";

    private TestBroker broker = TestBroker.open();
    private Client client = broker.client();

    @BeforeEach
    void tellTheStory() {
        publish("1", "{\"id\": 1, \"name\": \"Alice\"}", "");
        client.verify("web", "1", "users", "5", true);
        client.environment("test");
        client.deploy("users", "5", "test", "");
        publish("2", "{\"id\": 1}", "");
        publish("3", "{\"id\": 1, \"zip\": \"8000\"}", "");
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private void publish(String version, String body, String more) {
        client.put(Client.pactPath("web", version, "users"), """
                {"consumer": {"name": "web"}, "provider": {"name": "users"},
                 "interactions": [{"description": "a request", "request": {"method": "GET", "path": "/users/1"},
                   "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": %s}%s}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(body, more));
    }

    private JsonObject ask(String version, String more) {
        return client.get(ASK.formatted(version) + more);
    }

    private static String deployable(JsonObject answer) {
        return Client.at(answer, "summary deployable").toJson();
    }

    @Test
    void a_contract_that_demands_less_holds_where_it_is_asked_for_and_says_why() {
        JsonObject answer = ask("2", "&infer=true");

        assertThat(deployable(answer)).isEqualTo("true");
        assertThat(Client.text(answer, "summary reason").lines().toList())
                .containsExactly(
                        "The contract of web 2 was not verified by users 5 (now in test): that it holds is"
                                + " inferred. \"a request\" from \"a request\" of the contract of web 1, verified as result 1.",
                        "All that is required is present and successful: 1 inferred.");
        JsonValue row = Client.at(answer, "matrix 0");
        assertThat(Client.at(row, "verificationResult").toJson()).isEqualTo("null");
        assertThat(Client.at(row, "inferred").toJson())
                .isEqualTo(
                        "{\"success\":true,\"results\":[1],\"proof\":[\"\\\"a request\\\" from \\\"a request\\\" of the"
                                + " contract of web 1, verified as result 1\"]}");
    }

    @Test
    void nothing_is_inferred_unless_somebody_wants_it() {
        assertThat(deployable(ask("2", ""))).isEqualTo("null");
        assertThat(ask("2", "").toJson()).doesNotContain("inferred");
    }

    @Test
    void nothing_follows_from_a_success_since_which_the_same_failed() {
        client.verify("web", "3", "users", "5", false);
        assertThat(deployable(ask("2", "&infer=true")))
                .as("what failed wanted more")
                .isEqualTo("true");

        publish("5", "{}", "");
        client.verify("web", "5", "users", "5", false);

        assertThat(deployable(ask("2", "&infer=true"))).isEqualTo("null");
    }

    @Test
    void a_contract_that_demands_more_stays_unknown() {
        JsonObject answer = ask("3", "&infer=true");

        assertThat(deployable(answer)).isEqualTo("null");
        assertThat(Client.text(answer, "summary reason"))
                .contains(
                        " That it holds does not follow from other results either: \"a request\" may refuse an answer that was"
                                + " accepted so far: $ -> Actual map is missing the following keys: zip.");
        assertThat(Client.text(ask("3", ""), "summary reason")).doesNotContain("follow");
    }

    @Test
    void nothing_follows_from_a_failure_or_from_another_version_of_the_provider() {
        client.verify("web", "1", "users", "6", false);
        client.deploy("users", "6", "test", "");

        assertThat(deployable(ask("2", "&infer=true"))).isEqualTo("null");
    }

    /** What is left out may be the very thing that failed, and so may what is read. */
    @Test
    void nothing_follows_from_a_success_since_which_a_contract_failed_that_is_not_read_whole() {
        client.put(Client.pactPath("web", "6", "users"), """
                {"consumer": {"name": "web"}, "provider": {"name": "users"},
                 "interactions": [
                   {"type": "Synchronous/HTTP", "description": "a request", "request": {"method": "GET", "path": "/users/1"},
                    "response": {"status": 200, "body": {"content": {"id": 1}, "contentType": "application/json"}}},
                   {"type": "Plugin/Frames", "description": "frames"}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""");
        client.verify("web", "6", "users", "5", true);
        assertThat(deployable(ask("2", "&infer=true"))).as("a success").isEqualTo("true");

        client.verify("web", "6", "users", "5", false);
        assertThat(deployable(ask("2", "&infer=true"))).as("a failure").isEqualTo("null");
    }

    @Test
    void a_failure_of_the_contract_itself_is_never_overruled() {
        client.verify("web", "2", "users", "5", false);

        assertThat(deployable(ask("2", "&infer=true"))).isEqualTo("false");
    }

    /**
     * Forty-five fields, each of a regular expression of its own that is a great deal of work, beside what another version demands of them.
     */
    private void publishIntricate(String consumer, String version, String regex) {
        List<Integer> fields = IntStream.range(0, 45).boxed().toList();
        client.put(Client.pactPath(consumer, version, "users"), """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"},
                 "interactions": [{"description": "a request", "request": {"method": "GET", "path": "/users/2"},
                   "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {%s},
                                "matchingRules": {"body": {%s}}}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(
                consumer,
                fields.stream()
                        .map(i -> "\"f%d\": \"aaaaaaaaaaaa%s%d\"".formatted(i, consumer.toUpperCase(Locale.ROOT), i))
                        .collect(Collectors.joining(", ")),
                fields.stream()
                        .map(i -> "\"$.f%d\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"%s%s%d\"}]}"
                                .formatted(i, regex, consumer.toUpperCase(Locale.ROOT), i))
                        .collect(Collectors.joining(", "))));
    }

    @Test
    void a_question_is_worth_so_much_work_however_many_rows_it_has() {
        for (String consumer : List.of("web", "app")) {
            publishIntricate(consumer, "10", "[ab]{1,20}a[ab]{9}");
            client.verify(consumer, "10", "users", "5", true);
            publishIntricate(consumer, "11", "[abc]{1,20}a[abc]{9}");
        }
        String ask = "/matrix?q[][pacticipant]=users&q[][version]=5&environment=test&latestby=cvpv&infer=true";

        client.deploy("web", "11", "test", "");
        assertThat(deployable(client.get(ask))).as("one").isEqualTo("true");
        client.undeploy("web", "test");
        client.deploy("app", "11", "test", "");
        assertThat(deployable(client.get(ask))).as("the other").isEqualTo("true");
        client.deploy("web", "11", "test", "");
        assertThat(deployable(client.get(ask))).as("both").isEqualTo("null");
    }

    @Test
    void contracts_are_read_only_while_there_is_work_left() {
        assertThat(deployable(ask("2", "&infer=true"))).isEqualTo("true");
        for (String version : List.of("20", "21", "22")) {
            client.put(Client.pactPath("web", version, "users"), """
                    {"consumer": {"name": "web"}, "provider": {"name": "users"},
                     "interactions": [{"description": "%s", "request": {"method": "GET", "path": "/long"},
                       "response": {"status": 200, "body": "%s"}}],
                     "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(version, "a".repeat(1_900_000)));
            client.verify("web", version, "users", "5", true);
        }

        JsonObject answer = ask("2", "&infer=true");

        assertThat(deployable(answer)).isEqualTo("null");
        assertThat(Client.text(answer, "summary reason"))
                .contains(
                        "does not follow from other results either: there is more to compare than one question is worth.");
    }

    @Test
    void a_broker_may_do_so_of_itself() {
        broker.close();
        broker = TestBroker.open(
                ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")).withInference(true));
        client = broker.client();
        tellTheStory();

        assertThat(deployable(ask("2", ""))).isEqualTo("true");
        assertThat(deployable(ask("2", "&infer=false"))).isEqualTo("null");
    }
}
