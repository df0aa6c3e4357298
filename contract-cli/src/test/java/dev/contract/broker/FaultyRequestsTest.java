package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request is told by the field it is wrong in, and nothing of it is stored. */
class FaultyRequestsTest {

    @Nested
    class AField extends ApiFixture {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "POST | /pacticipants | {'name': 1} | {'errors':{'name':['is not a text']}}",
                    "POST | /pacticipants | {} | {'errors':{'name':['is missing']}}",
                    "POST | /pacticipants | {'name': 'a', 'mainBranch': []} | {'errors':{'mainBranch':['is not a text']}}",
                    "POST | /pacticipants | {'name': 'a', 'displayName': '\\u0000'} | {'errors':{'displayName':['has a NUL character']}}",
                    "POST | /pacticipants | {'name': '\\ud800'} | {'errors':{'name':['has half of a character']}}",
                    "PUT | /pacticipants/a/versions/1 | {'tags': 'x'} | {'errors':{'tags':['is not a list']}}",
                    "PUT | /pacticipants/a/versions/1 | {'tags': [7]} | {'errors':{'tags':['name is missing']}}",
                    "PUT | /pacticipants/a/versions/1 | {'buildUrl': {}} | {'errors':{'buildUrl':['is not a text']}}",
                    "PUT | /pacticipants/a/versions/1/tags/x | [] | {'error':'The body is JSON, but no object.'}",
                    "PUT | /pacticipants/a/branches/x/versions/1 | 7 | {'error':'The body is JSON, but no object.'}",
                    "PUT | /pacticipants/a/labels/%20 | {} | {'errors':{'label':['is blank']}}",
                    "POST | /environments | {'name': 'a b', 'production': 'yes', 'contacts': {}} | {'errors':{'name':['has a blank: \\\"a b\\\"'],'production':['is neither true nor false'],'contacts':['is not a list']}}",
                    "POST | /environments | {'name': 'a', 'production': true, 'contacts': [{'details': {}}]} | {'errors':{'contacts':['has an element without a name']}}",
                    "POST | /environments | {'name': 'a', 'production': true, 'contacts': [1]} | {'errors':{'contacts':['has an element that is not an object']}}",
                    "POST | /contracts/publish | {'contracts': 7} | {'errors':{'pacticipantName':['is missing'],'pacticipantVersionNumber':['is missing'],'contracts':['is not a list']}}",
                    "POST | /contracts/publish | {'pacticipantName': 'a', 'pacticipantVersionNumber': '1', 'tags': ['x', 2, ' '], 'contracts': []} | {'errors':{'tags':['is not a text (at index 1)','is blank (at index 2)']}}",
                    "GET | /pacticipants?page=0 | | {'errors':{'page':['must be a whole number from 1 to 999999999']}}",
                    "GET | /dashboard?q=a%0Ab | | {'errors':{'q':['has a line end or another control character']}}",
                    "GET | /pacticipants?pageSize=x | | {'errors':{'pageSize':['must be a whole number from 1 to 999999999']}}"
                })
        void is_named(String method, String target, String body, String complaint) {
            HttpResponse response = client.send(method, target, body == null ? "" : body.replace('\'', '"'));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body().text()).isEqualTo(complaint.replace('\'', '"'));
            assertThat(Client.list(client.get("/pacticipants"), "pacticipants")).isEmpty();
        }

        @Test
        void of_a_verification_is_named_and_no_provider_version_is_made() {
            client.publish("web", "1", "orders", "a");
            String results = Client.text(
                    client.get(Client.pactPath("web", "1", "orders")), "_links pb:publish-verification-results href");

            HttpResponse response = client.send(
                    "POST",
                    results,
                    "{\"success\": \"yes\", \"providerApplicationVersion\": \"7\", \"providerVersionTags\": 1}");

            assertThat(response.body().text())
                    .isEqualTo(
                            "{\"errors\":{\"success\":[\"is neither true nor false\"],\"providerVersionTags\":[\"is not a list\"]}}");
            assertThat(client.status("/pacticipants/orders/versions/7")).isEqualTo(404);
        }
    }

    @Nested
    class AContract extends ApiFixture {

        private String complaint(byte[] content) {
            String publication = """
                    {"pacticipantName": "web", "pacticipantVersionNumber": "1", "contracts": [{"consumerName": "web",
                     "providerName": "orders", "specification": "pact", "contentType": "application/json", "content": "%s"}]}
                    """.formatted(Base64.getEncoder().encodeToString(content));
            return client.send("POST", "/contracts/publish", publication).body().text();
        }

        @Test
        void that_is_not_utf_8_is_refused_with_the_place() {
            assertThat(complaint(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                    .isEqualTo(
                            "{\"errors\":{\"contracts\":[\"content is not JSON: not UTF-8 at byte 2 (at index 0)\"]}}");
        }

        @Test
        void that_is_nested_too_deeply_is_refused() {
            assertThat(complaint(("[".repeat(300) + "]".repeat(300)).getBytes(StandardCharsets.UTF_8)))
                    .startsWith("{\"errors\":{\"contracts\":[\"content is not JSON: ");
        }

        @Test
        void of_an_application_with_two_spellings_is_told_in_notices_too() {
            client.publish("web", "1", "order-service", "a");

            HttpResponse response = client.send(
                    "POST",
                    "/contracts/publish",
                    Client.publication("web", "2", "main", "OrderService", "{\"interactions\": []}"));

            assertThat(response.status()).isEqualTo(409);
            assertThat(Client.text(Client.json(response), "notices 0 type")).isEqualTo("error");
            assertThat(Client.text(Client.json(response), "errors contracts 0"))
                    .startsWith("There is no application \"OrderService\", but there is \"order-service\".");
        }
    }

    @Nested
    class AProblemDocument extends ApiFixture {

        private String problem(String method, String path, String body) {
            HttpRequest request = HttpRequest.of(method, path).withHeader("Accept", "application/problem+json");
            HttpResponse response = send(
                    body.isEmpty()
                            ? request
                            : request.withHeader("Content-Type", "application/json")
                                    .withBody(Body.text(body, ContentType.of("application/json"))));
            assertThat(response.headers().first("Content-Type")).hasValue("application/problem+json;charset=utf-8");
            return response.body().text().replace("http://broker.test/problems/", "");
        }

        @Test
        void points_to_each_field() {
            assertThat(problem("POST", "/environments", "{\"name\": 7}"))
                    .isEqualTo(
                            "{\"title\":\"Validation errors\",\"type\":\"validation-error\",\"status\":400,"
                                    + "\"instance\":\"/environments\",\"errors\":["
                                    + "{\"type\":\"invalid-body-property-value\",\"title\":\"Invalid body parameter\",\"detail\":\"is not a text\",\"pointer\":\"/name\"},"
                                    + "{\"type\":\"missing-body-property\",\"title\":\"Invalid body parameter\",\"detail\":\"is missing\",\"pointer\":\"/production\"}]}");
        }

        @Test
        void names_what_is_unknown() {
            assertThat(problem("GET", "/pacticipants/nobody", ""))
                    .isEqualTo(
                            "{\"title\":\"Not found\",\"type\":\"not-found\","
                                    + "\"detail\":\"There is no application named nobody.\",\"status\":404,\"instance\":\"/pacticipants/nobody\"}");
        }

        @Test
        void tells_a_method_and_a_type_that_do_not_fit() {
            assertThat(problem("DELETE", "/metrics", "")).contains("\"type\":\"invalid-request\"", "\"status\":405");
        }

        @Test
        void of_a_fault_has_a_reference_and_nothing_else_of_it() {
            broker.broker().close();

            assertThat(problem("GET", "/pacticipants", "").replaceAll("\"[A-Za-z2-9]{10}\"", "\"REFERENCE\""))
                    .isEqualTo("{\"title\":\"Server error\",\"type\":\"server-error\","
                            + "\"detail\":\"This is a fault in the broker; please report it with the log entry of this reference.\","
                            + "\"status\":500,\"instance\":\"/pacticipants\",\"reference\":\"REFERENCE\"}");
        }
    }
}
