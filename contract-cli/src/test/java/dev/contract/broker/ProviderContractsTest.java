package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What providers say of themselves, and what comes of comparing pacts with that. */
@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#databases")
class ProviderContractsTest {
    private static final String PUBLISH = "/provider-contracts/provider/orders/publish";
    private static final String PAIR = "/pacts/provider/orders/consumer/web";
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: orders, version: "1"}
            paths:
              /orders/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    "200":
                      description: an order
                      content:
                        application/json:
                          schema: {type: object, properties: {id: {type: integer}}}
            """;
    private static final String PASSED =
            ", \"selfVerificationResults\": {\"success\": true, \"verifier\": \"rest-assured\", \"verifierVersion\": \"5.5\"}";

    private final TestBroker broker;
    private final Client client;

    ProviderContractsTest(Setting setting) {
        this.broker = TestBroker.open(setting);
        this.client = broker.client();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private static String encoded(String document) {
        return Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String contract(String document, String type, String more) {
        return "{\"content\": \"%s\", \"contentType\": \"%s\", \"specification\": \"oas\"%s}"
                .formatted(encoded(document), type, more);
    }

    private static String publication(String version, String document, String more) {
        return "{\"pacticipantVersionNumber\": \"%s\", \"branch\": \"main\", \"tags\": [\"rc\"], \"contract\": %s}"
                .formatted(version, contract(document, "application/yaml", more));
    }

    private HttpResponse publish(String version, String document, String more) {
        return client.send("POST", PUBLISH, publication(version, document, more));
    }

    private JsonObject published(String version, String document, String more) {
        return Client.ok(publish(version, document, more));
    }

    private static String pact(String field) {
        return """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"}, "interactions": [{"description": "an order",
              "request": {"method": "GET", "path": "/orders/7"},
              "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"%s": 7}}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}""".formatted(field);
    }

    private JsonObject compared(String pactVersion, String documentVersion) {
        String content = text(client.get(PAIR + "/version/" + pactVersion), "_links pb:pact-version href");
        String sha = text(client.get("/provider-contracts/provider/orders/version/" + documentVersion), "sha");
        return client.get(content + "/provider-contract/" + sha + "/comparison");
    }

    @Test
    void are_published_with_version_branch_and_tags() {
        JsonObject answer = published("b41d0aa", DOCUMENT, PASSED);

        assertThat(text(answer, "_embedded version number")).isEqualTo("b41d0aa");
        assertThat(text(answer, "_links pb:pacticipant-version-tags 0 name")).isEqualTo("rc");
        assertThat(text(answer, "_links pb:branch-version href"))
                .isEqualTo("http://broker.test/pacticipants/orders/branches/main/versions/b41d0aa");
        assertThat(Client.list(answer, "notices").stream()
                        .map(notice -> text(notice, "type") + " " + text(notice, "text")))
                .containsExactly(
                        "debug Version b41d0aa of orders created, branch main, tag rc",
                        "success Document of orders b41d0aa published",
                        "debug   View it: http://broker.test/provider-contracts/provider/orders/version/b41d0aa");
    }

    @Test
    void published_without_a_branch_have_a_link_to_any() {
        JsonObject answer = Client.ok(
                client.send("POST", PUBLISH, publication("1", DOCUMENT, PASSED).replace("\"branch\": \"main\", ", "")));

        assertThat(Client.at(answer, "_links pb:branch-version").toJson())
                .isEqualTo("{\"href\":\"http://broker.test/pacticipants/orders/branches/{branch}/versions/1\","
                        + "\"templated\":true}");
    }

    @Test
    void are_read_as_they_came() {
        published("1", DOCUMENT, PASSED);

        JsonObject read = client.get("/provider-contracts/provider/orders/version/1");
        assertThat(text(read, "contentType")).isEqualTo("application/yaml");
        assertThat(at(read, "selfVerificationResults").toJson())
                .isEqualTo("{\"success\":true,\"verifier\":\"rest-assured\",\"verifierVersion\":\"5.5\"}");
        HttpResponse content = client.send("GET", text(read, "_links pf:content href"), "");
        assertThat(content.body().text()).isEqualTo(DOCUMENT);
        assertThat(content.headers().first("Content-Type")).hasValue("application/yaml");
        assertThat(content.headers().first("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(client.status("/provider-contracts/provider/orders/version/2"))
                .isEqualTo(404);
    }

    @Test
    void have_unknown_tests_unless_somebody_says_how_they_ended() {
        assertThat(text(published("1", DOCUMENT, ""), "notices 3 text"))
                .isEqualTo("  Nobody said whether the own tests of orders 1 hold it to this document:"
                        + " publish it with their outcome");
        assertThat(at(client.get("/provider-contracts/provider/orders/version/1"), "selfVerificationResults")
                        .toJson())
                .isEqualTo("null");

        assertThat(text(published("1", DOCUMENT, PASSED), "notices 1 text"))
                .isEqualTo("Document of orders 1 was published already");
        assertThat(at(client.get("/provider-contracts/provider/orders/version/1"), "selfVerificationResults success")
                        .toJson())
                .isEqualTo("true");
    }

    @Test
    void stay_what_they_are_in_a_version() {
        published("1", DOCUMENT, PASSED);

        HttpResponse other = publish("1", DOCUMENT + "# another\n", PASSED);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().text())
                .contains(
                        "The document of orders 1 is published already with other content, and a version keeps its document.");
        assertThat(published("2", DOCUMENT + "# another\n", PASSED).has("notices"))
                .isTrue();
    }

    @Test
    void are_published_in_the_old_way_too() {
        String body =
                "{\"content\": \"%s\", \"contractType\": \"oas\", \"contentType\": \"application/yaml\", \"verificationResults\": {\"success\": false}}"
                        .formatted(encoded(DOCUMENT));

        assertThat(client.send("PUT", "/contracts/provider/orders/version/1", body)
                        .status())
                .isEqualTo(201);
        HttpResponse again = client.send("PUT", "/contracts/provider/orders/version/1", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(at(Client.json(again), "selfVerificationResults success").toJson())
                .isEqualTo("false");
    }

    @Test
    void are_refused_with_the_place_where_they_cannot_be_read() {
        assertThat(publish("1", "openapi: 3.1.0\npaths: [\n", "").body().text())
                .contains("\"contract.content\":[\"cannot be read: ")
                .contains("content.yaml:");
        assertThat(publish("1", "title: no document\n", "").body().text())
                .contains(
                        "cannot be read: not an OpenAPI document of version 2.0, 3.0 or 3.1 (content.yaml:1:1); found neither openapi nor swagger");
        assertThat(client.status("/pacticipants/orders")).isEqualTo(404);
    }

    @Test
    void are_refused_with_every_field_that_is_wrong() {
        HttpResponse refused = client.send(
                "POST",
                PUBLISH,
                "{\"tags\": [\"\"], \"contract\": {\"content\": \"%\", \"contentType\": \"text/html\", \"specification\": \"raml\","
                        + " \"selfVerificationResults\": {\"success\": \"yes\"}}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(at(Client.json(refused), "errors").asObject().orElseThrow().names())
                .containsExactlyInAnyOrder(
                        "pacticipantVersionNumber",
                        "tags",
                        "contract.content",
                        "contract.contentType",
                        "contract.specification",
                        "contract.selfVerificationResults.success");
        assertThat(at(Client.json(refused), "errors contract.contentType 0").toJson())
                .isEqualTo("\"is \\\"text/html\\\", but must be a type of JSON or YAML, such as application/yaml\"");
    }

    @Test
    void are_compared_with_pacts() {
        client.put(PAIR + "/version/1", pact("id"));
        client.put(PAIR + "/version/2", pact("total"));
        published("22", DOCUMENT, PASSED);

        assertThat(at(compared("1", "22"), "compatible").toJson()).isEqualTo("true");
        JsonObject comparison = compared("2", "22");
        assertThat(at(comparison, "compatible").toJson()).isEqualTo("false");
        assertThat(at(comparison, "errors").toJson()).isEqualTo("1");
        assertThat(text(comparison, "results 0 code")).isEqualTo("response.body.incompatible");
        assertThat(text(comparison, "results 0 mockDetails location"))
                .isEqualTo("[root].interactions[0].response.body.total");
        assertThat(compared("2", "22")).isEqualTo(comparison);
    }

    @Test
    void are_compared_with_pacts_of_the_same_provider_only() {
        client.put(PAIR + "/version/1", pact("id"));
        String content = text(client.get(PAIR + "/version/1"), "_links pb:pact-version href");
        Client.ok(
                client.send("POST", "/provider-contracts/provider/users/publish", publication("1", DOCUMENT, PASSED)));
        String sha = text(client.get("/provider-contracts/provider/users/version/1"), "sha");

        HttpResponse nothing = client.send("GET", content + "/provider-contract/" + sha + "/comparison", "");

        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.body().text()).contains("orders has published no document");
    }

    @Test
    void say_nothing_of_messages() {
        client.put(PAIR + "/version/1", """
                {"consumer": {"name": "web"}, "provider": {"name": "orders"},
                 "messages": [{"description": "an order", "contents": {"id": 7}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""");
        published("22", DOCUMENT, PASSED);

        assertThat(at(compared("1", "22"), "compatible").toJson()).isEqualTo("null");
        assertThat(at(compared("1", "22"), "notCompared").toJson()).isEqualTo("1");
    }

    @Test
    void trigger_the_webhooks_of_each_consumer() {
        client.put(PAIR + "/version/1", pact("id"));
        client.post(
                "/webhooks",
                "{\"description\": \"hook\", \"events\": [{\"name\": \"provider_contract_published\"}],"
                        + " \"request\": {\"method\": \"POST\", \"url\": \"https://x.example\"}}");

        assertThat(text(published("22", DOCUMENT, PASSED), "notices 3 text"))
                .isEqualTo("  Webhook \"hook\" triggered by provider_contract_published");
        List<Delivery> deliveries = broker.stored(kept -> kept.deliveries()
                .of(kept.pacts()
                        .between(
                                kept.pacticipants()
                                        .find(new PacticipantName("web"))
                                        .orElseThrow()
                                        .party(),
                                kept.pacticipants()
                                        .find(new PacticipantName("orders"))
                                        .orElseThrow()
                                        .party())
                        .get(0)));
        assertThat(deliveries).singleElement().satisfies(delivery -> assertThat(delivery.parameters())
                .containsEntry("providerVersionNumber", "22")
                .containsEntry("consumerVersionNumber", "1"));
    }

    @Test
    void go_with_their_last_version() {
        client.put(PAIR + "/version/1", pact("id"));
        published("21", DOCUMENT, PASSED);
        published("22", DOCUMENT, PASSED);
        String sha = text(client.get("/provider-contracts/provider/orders/version/22"), "sha");
        String comparison = text(client.get(PAIR + "/version/1"), "_links pb:pact-version href") + "/provider-contract/"
                + sha + "/comparison";
        client.get(comparison);

        clean("21");
        assertThat(client.status(comparison)).isEqualTo(200);
        clean("22");
        assertThat(client.status(comparison)).isEqualTo(404);
        assertThat(client.status(PAIR + "/version/1")).isEqualTo(200);
    }

    /** Removes a version, and whatever nothing needs any longer. */
    private void clean(String version) {
        client.send("DELETE", "/pacticipants/orders/versions/" + version, "");
        client.post("/admin/clean", "");
    }

    @Test
    void are_not_taken_where_the_operator_does_not_want_them() {
        try (TestBroker without = TestBroker.open(ApiSettings.DEFAULT.withComparisons(false))) {
            assertThat(without.client()
                            .send("POST", PUBLISH, publication("1", DOCUMENT, PASSED))
                            .status())
                    .isEqualTo(404);
            assertThat(at(without.client().get("/"), "_links")
                            .asObject()
                            .orElseThrow()
                            .has("pf:publish-provider-contract"))
                    .isFalse();

            without.client().publish("web", "1", "orders", "a");
            assertThat(at(without.client().get("/matrix?q[][pacticipant]=web"), "matrix 0")
                            .asObject()
                            .orElseThrow()
                            .has("verificationType"))
                    .as("by what a row is decided, where only results decide")
                    .isFalse();
        }
    }
}
