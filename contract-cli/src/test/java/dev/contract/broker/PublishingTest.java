package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.pact;
import static dev.contract.broker.Client.publication;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.publishing.Policies;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {
    private static final String WEB_1 = Client.pactPath("web", "1", "orders");

    private final TestBroker broker = TestBroker.open();
    private final Client client = broker.client();

    @AfterEach
    void close() {
        broker.close();
    }

    private HttpResponse publish(String body) {
        return client.send("POST", "/contracts/publish", body);
    }

    private static List<String> texts(JsonValue document, String path) {
        return list(document, path).stream()
                .map(each -> each.asString().orElseGet(() -> text(each, "text")))
                .toList();
    }

    @Nested
    class AllContractsInOneCall {
        @Test
        void tells_what_became_of_each() {
            JsonObject answer = client.post(
                    "/contracts/publish", publication("web", "1", "feat/x", "orders", pact("web", "orders", "a")));

            assertThat(texts(answer, "notices"))
                    .containsExactly(
                            "Version 1 of web created, branch feat/x",
                            "Pact web 1 / orders published",
                            "  View it: http://broker.test/pacts/provider/orders/consumer/web/version/1",
                            "  Events: contract_published, contract_content_changed (first pact of branch feat/x)",
                            "  Next: no verification of it by orders has been published yet; verify it in the build of orders");
            assertThat(text(answer, "_embedded version number")).isEqualTo("1");
            assertThat(text(answer, "_links pb:contracts 0 name")).isEqualTo("Pact between web (1) and orders");
            assertThat(client.status("/pacticipants/web/branches/feat%2Fx/versions/1"))
                    .isEqualTo(200);
        }

        @Test
        void takes_equal_content_again() {
            String body = publication("web", "1", "", "orders", pact("web", "orders", "a"));
            client.post("/contracts/publish", body);

            assertThat(texts(client.post("/contracts/publish", body), "notices"))
                    .contains("Pact web 1 / orders was published already: no content change");
        }

        private static String answered(String type, String body, String rules) {
            return """
                    {"consumer": {"name": "web"}, "provider": {"name": "orders"},
                     "interactions": [{"description": "a", "request": {"method": "GET", "path": "/"},
                       "response": {"status": 200, "headers": {"Content-Type": "%s"}, "body": %s, "matchingRules": {%s}}}],
                     "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(type, body, rules);
        }

        private boolean areTheSame(String one, String other) {
            client.post("/contracts/publish", publication("web", "1", "", "orders", one));
            int status = publish(publication("web", "1", "", "orders", other)).status();
            assertThat(status).isIn(200, 409);
            return status == 200;
        }

        private static final String ANY = "{\"matchers\": [{\"match\": \"type\"}]}";
        private static final String INTEGER = "{\"matchers\": [{\"match\": \"integer\"}]}";
        private static final String VALUES = "{\"matchers\": [{\"match\": \"values\"}]}";

        @Test
        void takes_content_again_whose_keys_have_another_order() {
            String json = "application/json";
            String rules = "\"body\": {\"$.a\": " + ANY + ", \"$.b\": " + INTEGER + ", \"$.c[*]\": " + ANY + "}";
            String again = "\"body\": {\"$.c[*]\": " + ANY + ", \"$.b\": " + INTEGER + ", \"$.a\": " + ANY + "}";

            assertThat(areTheSame(
                            answered(json, "{\"a\": 1, \"b\": 2, \"c\": [1]}", rules),
                            answered(json, "{\"c\": [1], \"b\": 2, \"a\": 1}", again)))
                    .isTrue();
        }

        @Test
        void tells_contents_apart_by_the_order_of_rules_that_are_equally_specific() {
            String body = "{\"a\": [{\"x\": 5}]}";

            assertThat(areTheSame(
                            answered(
                                    "application/json",
                                    body,
                                    "\"body\": {\"$.a[*].x\": " + ANY + ", \"$.*[0].x\": " + INTEGER + "}"),
                            answered(
                                    "application/json",
                                    body,
                                    "\"body\": {\"$.*[0].x\": " + INTEGER + ", \"$.a[*].x\": " + ANY + "}")))
                    .isFalse();
        }

        @Test
        void tells_contents_apart_by_the_entry_that_is_a_template() {
            String rules = "\"body\": {\"$\": " + VALUES + "}";

            assertThat(areTheSame(
                            answered("application/json", "{\"a\": 1, \"b\": \"x\"}", rules),
                            answered("application/json", "{\"b\": \"x\", \"a\": 1}", rules)))
                    .isFalse();
        }

        @Test
        void tells_contents_apart_by_the_order_of_keys_that_are_compared_as_text() {
            assertThat(areTheSame(
                            answered("text/plain", "{\"a\": 1, \"b\": 2}", ""),
                            answered("text/plain", "{\"b\": 2, \"a\": 1}", "")))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'matchingRules': {'header': {| 'X-A': RULE| 'x-a': REGEX| }}",
                    "'matchingRules': {'header': {| 'X-A': RULE| '$.X-A': REGEX| }}",
                    "'matchingRules': {'header': {| 'X-A': RULE| '$[\"X-A\"]': REGEX| }}",
                    "'matchingRules': {'metadata': {| 'k': RULE| '$.k': REGEX| }}",
                    "'matchingRules': {'metadata': {| '$.k': RULE| '$[\"k\"]': REGEX| }}",
                    "'matchingRules': {| '$.headers.X-A': RULE| '$.header.X-A': REGEX| }",
                    "'matchingRules': {| '$.headers.X-A': RULE| '$.headers.x-a': REGEX| }",
                    "'matchingRules': {| '$.status': RULE| 'header': {'X-A': REGEX}| }",
                    "'headers': {| 'X-A': ['5']| 'x-a': ['6']| }",
                    "'presence': {'optional': {| '$.a': 1| '$[\"a\"]': 'x'| }}",
                    "'matchingRules': {'body': {'$.a': VALUES}}, 'presence': {'optional': {'$.a': {| 'a': 1| 'b': 'x'| }}}",
                    "'headers': {'Content-Type': ['text/plain']}, 'body': {'contentType': 'application/json', 'content': {| "
                            + " 'a': 1| 'b': 2| }}",
                    "'headers': {'Content-Type': ['application/json; charset=utf-16']}, 'body': {'content': {| 'a': 1| 'b': 2| }}",
                })
        void tells_contents_apart_by_the_order_of_what_may_stand_for_each_other(
                String before, String one, String other, String after) {
            assertThat(areTheSame(
                            response(before + one + ", " + other + after),
                            response(before + other + ", " + one + after)))
                    .isFalse();
        }

        /** @param written with single quotes, double ones being those of a path */
        private static String response(String written) {
            String response = written.replace('"', '^').replace('\'', '"').replace('^', '\'');
            return "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"orders\"}, \"interactions\": ["
                    + "{\"type\": \"Synchronous/HTTP\", \"description\": \"a\", \"request\": {}, \"response\": {"
                    + response.replace("RULE", ANY).replace("REGEX", INTEGER).replace("VALUES", VALUES)
                    + "}}], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}";
        }

        @Test
        void refuses_other_content_and_shows_what_differs() {
            client.post("/contracts/publish", publication("web", "1", "", "orders", pact("web", "orders", "a")));

            HttpResponse response = publish(publication(
                    "web",
                    "1",
                    "main",
                    "orders",
                    pact("web", "orders", "a").replace("\"path\": \"/\"", "\"path\": \"/8127\"")));

            assertThat(response.status()).isEqualTo(409);
            assertThat(texts(Client.json(response), "errors contracts"))
                    .containsExactly(
                            "The contract of web 1 with orders is published already with other content, and a version keeps its contract."
                                    + " Is an example value random, or a time of today? Fix it in the consumer test; or publish the"
                                    + " changed contract under a new version number.");
            assertThat(text(Client.json(response), "notices 1 text"))
                    .isEqualTo("interaction \"a\", request.path: was \"/\", is \"/8127\"");
            assertThat(client.status("/pacticipants/web/branches/main")).isEqualTo(404);
        }

        @Test
        void shows_what_differs_in_a_problem_document_as_well() {
            client.post("/contracts/publish", publication("web", "1", "", "orders", pact("web", "orders", "a")));
            String other = pact("web", "orders", "a").replace("\"path\": \"/\"", "\"path\": \"/8127\"");

            JsonObject problem = Client.json(broker.broker()
                    .routes()
                    .apply(HttpRequest.of("POST", "/contracts/publish")
                            .withHeader("Accept", "application/problem+json")
                            .withHeader("Content-Type", "application/json")
                            .withBody(Body.json(JsonReader.read(publication("web", "1", "main", "orders", other))))));

            assertThat(text(problem, "title")).isEqualTo("Conflict");
            assertThat(text(problem, "notices 1 text"))
                    .isEqualTo("interaction \"a\", request.path: was \"/\", is \"/8127\"");
        }

        @Test
        void tells_everything_that_is_wrong_at_once() {
            HttpResponse response = publish("""
                    {"pacticipantName": "web", "contracts": [
                      {"consumerName": "web", "providerName": "orders", "specification": "pact", "contentType": "application/json",
                       "content": "not base64!"},
                      {"consumerName": "kiosk", "providerName": " ", "specification": "oas", "contentType": "application/json",
                       "content": "e30="}]}
                    """);

            assertThat(response.status()).isEqualTo(400);
            JsonObject answer = Client.json(response);
            assertThat(texts(answer, "errors pacticipantVersionNumber")).containsExactly("is missing");
            assertThat(texts(answer, "errors contracts"))
                    .containsExactly(
                            "content is not Base64: Illegal base64 character 20 (at index 0)",
                            "providerName is blank (at index 1)",
                            "specification is \"oas\", but must be \"pact\" (at index 1)",
                            "consumerName is \"kiosk\", but must be the pacticipantName \"web\" (at index 1)");
        }

        @Test
        void compares_the_names_in_the_document() {
            HttpResponse response = publish(publication("web", "1", "", "orders", pact("web", "billing", "a")));

            assertThat(texts(Client.json(response), "errors contracts"))
                    .containsExactly("providerName is \"orders\", but the pact says \"billing\" (at index 0)");
        }

        @Test
        void refuses_text_that_is_not_utf8_with_its_place() {
            HttpResponse response = publish("""
                    {"pacticipantName": "web", "pacticipantVersionNumber": "1", "contracts": [
                      {"consumerName": "web", "providerName": "orders", "specification": "pact", "contentType": "application/json",
                       "content": "eyJhIjogIv8ifQ=="}]}
                    """);

            assertThat(texts(Client.json(response), "errors contracts"))
                    .containsExactly("content is not JSON: not UTF-8 at byte 7 (at index 0)");
        }

        @Test
        void answers_with_a_problem_document_who_asks_for_one() {
            HttpResponse response = broker.broker()
                    .routes()
                    .apply(HttpRequest.of("POST", "/contracts/publish")
                            .withHeader("Accept", "application/problem+json")
                            .withHeader("Content-Type", "application/json")
                            .withBody(Body.json(JsonObject.EMPTY)));

            assertThat(response.headers().first("Content-Type")).hasValue("application/problem+json;charset=utf-8");
            assertThat(text(Client.json(response), "type")).isEqualTo("http://broker.test/problems/validation-error");
            assertThat(text(Client.json(response), "errors 0 pointer")).isEqualTo("/pacticipantName");
            assertThat(text(Client.json(response), "errors 0 detail")).isEqualTo("is missing");
        }
    }

    @Nested
    class OnePactByPut {
        @Test
        void is_created_then_unchanged_then_refused() {
            assertThat(client.send("PUT", WEB_1, pact("web", "orders", "a")).status())
                    .isEqualTo(201);
            assertThat(client.send("PUT", WEB_1, pact("web", "orders", "a")).status())
                    .isEqualTo(200);

            HttpResponse refused = client.send("PUT", WEB_1, pact("web", "orders", "b"));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(text(Client.json(refused), "error"))
                    .endsWith(
                            "under a new version number.\ninteraction \"a\" was removed\ninteraction \"b\" was added");
        }

        @Test
        void may_be_overwritten_where_the_policies_say_so() {
            Policies loose = new Policies(List.of(), false, false, false, true);
            try (TestBroker other = TestBroker.open(ApiSettings.DEFAULT.withPolicies(loose))) {
                other.client().put(WEB_1, pact("web", "orders", "a"));
                other.client().put(WEB_1, pact("web", "orders", "b"));

                assertThat(text(other.client().get(WEB_1), "interactions 0 description"))
                        .isEqualTo("b");
            }
        }

        @Test
        void checks_the_names_in_the_document() {
            HttpResponse response = client.send("PUT", WEB_1, pact("web", "billing", "a"));

            assertThat(response.status()).isEqualTo(400);
            assertThat(texts(Client.json(response), "errors provider.name"))
                    .containsExactly("is \"billing\" in the pact, but \"orders\" in the address it was sent to");
        }
    }

    @Nested
    class MergedPacts {
        @Test
        void hold_the_interactions_of_both() {
            client.put(WEB_1, pact("web", "orders", "a"));
            client.patch(WEB_1, pact("web", "orders", "b"));

            assertThat(list(client.get(WEB_1), "interactions"))
                    .extracting(each -> text(each, "description"))
                    .containsExactly("a", "b");
        }

        @Test
        void are_refused_when_one_interaction_has_two_requests() {
            client.put(WEB_1, pact("web", "orders", "a"));

            HttpResponse response = client.send(
                    "PATCH", WEB_1, pact("web", "orders", "a").replace("GET", "PUT"), "application/merge-patch+json");

            assertThat(response.status()).isEqualTo(409);
            assertThat(text(Client.json(response), "error"))
                    .isEqualTo("The interaction \"a\" is published already with another request: its method differs."
                            + " Give one of the two another description or provider state.");
        }

        private String ofOneName() {
            return pact("web", "orders", "a")
                    .replace("}}],", "}}, " + interaction("a").replace("/", "/others") + "],");
        }

        private List<String> described() {
            return list(client.get(WEB_1), "interactions").stream()
                    .map(each -> text(each, "description") + " " + text(each, "request path"))
                    .toList();
        }

        @Test
        void keep_what_has_one_name_and_other_requests() {
            client.put(WEB_1, ofOneName());
            client.patch(WEB_1, pact("web", "orders", "b"));

            assertThat(described()).containsExactly("a /", "a /others", "b /");

            client.patch(WEB_1, ofOneName());

            assertThat(described()).as("again").containsExactly("a /", "a /others", "b /");
        }

        @Test
        void are_refused_when_none_of_one_name_has_the_request() {
            client.put(WEB_1, ofOneName());

            HttpResponse response = client.send(
                    "PATCH",
                    WEB_1,
                    pact("web", "orders", "a").replace("\"/\"", "\"/else\""),
                    "application/merge-patch+json");

            assertThat(response.status()).isEqualTo(409);
            assertThat(described()).containsExactly("a /", "a /others");
        }

        @Test
        void hold_a_message_beside_a_request_of_the_same_name() {
            String message = """
                {"consumer": {"name": "web"}, "provider": {"name": "orders"},
                 "interactions": [{"type": "Asynchronous/Messages", "description": "a"}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""";
            client.put(
                    WEB_1,
                    pact("web", "orders", "a")
                            .replace("2.0.0", "4.0")
                            .replace("{\"description\"", "{\"type\": \"Synchronous/HTTP\", \"description\""));
            client.patch(WEB_1, message);

            assertThat(list(client.get(WEB_1), "interactions"))
                    .extracting(each -> text(each, "type"))
                    .containsExactly("Synchronous/HTTP", "Asynchronous/Messages");
        }

        @Test
        void are_named_by_the_whole() {
            client.put(WEB_1, pact("web", "orders", "a"));
            client.patch(WEB_1, pact("web", "orders", "b"));
            String both = pact("web", "orders", "a").replace("}}],", "}}, " + interaction("b") + "],");
            client.put(Client.pactPath("web", "2", "orders"), both);

            assertThat(content("2")).isEqualTo(content("1"));
        }

        private String interaction(String description) {
            return "{\"description\": \"" + description
                    + "\", \"request\": {\"method\": \"GET\", \"path\": \"/\"}, \"response\": {\"status\": 200}}";
        }

        private String content(String version) {
            return text(client.get(Client.pactPath("web", version, "orders")), "_links pb:pact-version href");
        }
    }

    @Nested
    class AFetchedPact {
        @Test
        void is_the_document_as_published_with_ids_and_links() {
            client.put(
                    WEB_1,
                    pact("web", "orders", "a")
                            .replace("\"status\": 200", "\"body\": {\"z\": 1.50, \"a\": 1}, \"status\": 200"));

            JsonObject pact = client.get(WEB_1);

            assertThat(pact.names())
                    .containsExactly("consumer", "provider", "interactions", "metadata", "createdAt", "_links");
            assertThat(at(pact, "interactions 0 response body").toJson()).isEqualTo("{\"z\":1.50,\"a\":1}");
            assertThat(text(pact, "interactions 0 _id")).matches("[0-9a-f]{40}");
        }

        @Test
        void keeps_its_content_when_it_is_published_again() {
            client.put(WEB_1, pact("web", "orders", "a"));
            client.put(Client.pactPath("web", "2", "orders"), client.get(WEB_1).toJson());

            assertThat(text(client.get(Client.pactPath("web", "2", "orders")), "_links pb:pact-version href"))
                    .isEqualTo(text(client.get(WEB_1), "_links pb:pact-version href"));
        }
    }

    @Nested
    class ANewName {
        @Test
        void that_looks_like_a_known_one_is_refused() {
            client.put(WEB_1, pact("web", "orders", "a"));

            HttpResponse response =
                    client.send("PUT", Client.pactPath("web", "2", "OrderService"), pact("web", "OrderService", "a"));

            assertThat(response.status()).isEqualTo(409);
            assertThat(text(Client.json(response), "error"))
                    .isEqualTo(
                            "There is no application \"OrderService\", but there is \"orders\". If it is the same one, publish"
                                    + " under that name; if it is another one, create it first:"
                                    + " contract create-or-update-pacticipant --name \"OrderService\"");
        }

        @Test
        void may_be_created_on_purpose() {
            client.put(WEB_1, pact("web", "orders", "a"));
            client.post("/pacticipants", "{\"name\": \"OrderService\"}");

            client.put(Client.pactPath("web", "2", "OrderService"), pact("web", "OrderService", "a"));
        }
    }
}
