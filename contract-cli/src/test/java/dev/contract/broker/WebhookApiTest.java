package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks as resources: created, read, changed, deleted, refused. */
class WebhookApiTest extends ApiFixture {
    private static final String UUID = "a-uuid-of-mine-1234";

    @BeforeEach
    void know_two_applications() {
        client.version("web", "1");
        client.version("orders", "1");
    }

    static String webhook(String request) {
        return "{\"description\": \"tell the build\", \"request\": " + request + "}";
    }

    private HttpResponse create(String body) {
        return client.send("POST", "/webhooks", body);
    }

    private String errors(String body) {
        HttpResponse response = create(body);
        assertThat(response.status()).isEqualTo(400);
        return at(Client.json(response), "errors").toJson();
    }

    @Nested
    class Created {
        @Test
        void says_all_but_its_secrets() {
            HttpResponse response = create("""
                    {"description": "run it", "consumer": {"label": "frontend"}, "provider": {"name": "orders"},
                     "events": [{"name": "contract_published"}, {"name": "provider_verification_failed"}],
                     "request": {"method": "POST", "url": "https://ci.example/hooks/${pactbroker.providerName}",
                       "headers": {"Authorization": "Bearer abc", "X-Api-Token": "${pactbroker.consumerName}", "Accept": "*/*"},
                       "username": "u", "password": "p", "body": {"sha": "${pactbroker.providerVersionNumber}"}}}""");

            JsonObject document = Client.json(response);
            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers().first("Location")).hasValue(text(document, "_links self href"));
            assertThat(at(document, "consumer").toJson()).isEqualTo("{\"label\":\"frontend\"}");
            assertThat(at(document, "provider").toJson()).isEqualTo("{\"name\":\"orders\"}");
            assertThat(at(document, "events").toJson())
                    .isEqualTo("[{\"name\":\"contract_published\"},{\"name\":\"provider_verification_failed\"}]");
            assertThat(at(document, "request").toJson())
                    .isEqualTo(
                            "{\"method\":\"POST\",\"url\":\"https://ci.example/hooks/${pactbroker.providerName}\","
                                    + "\"headers\":{\"Authorization\":\"**********\",\"X-Api-Token\":\"${pactbroker.consumerName}\",\"Accept\":\"*/*\"},"
                                    + "\"username\":\"u\",\"password\":\"**********\",\"body\":{\"sha\":\"${pactbroker.providerVersionNumber}\"}}");
            assertThat(text(document, "_links pb:execute href"))
                    .isEqualTo(text(document, "_links self href") + "/execute");
            assertThat(client.get(text(document, "_links self href"))).isEqualTo(document);
        }

        @Test
        void is_about_changed_contracts_of_anybody_unless_it_says_more() {
            JsonObject document =
                    client.post("/webhooks", "{\"request\": {\"method\": \"POST\", \"url\": \"https://x\"}}");

            assertThat(at(document, "events").toJson()).isEqualTo("[{\"name\":\"contract_content_changed\"}]");
            assertThat(at(document, "enabled").toJson()).isEqualTo("true");
            assertThat(text(document, "description"))
                    .isEqualTo("Webhook for contracts of anybody with anybody on contract_content_changed");
        }

        @Test
        void below_two_applications_is_about_these_and_listed_there() {
            JsonObject document = client.post(
                    "/webhooks/provider/orders/consumer/web",
                    webhook("{\"method\": \"POST\", \"url\": \"https://x\"}"));
            client.post("/webhooks", webhook("{\"method\": \"POST\", \"url\": \"https://y\"}"));

            assertThat(text(document, "consumer name")).isEqualTo("web");
            assertThat(hrefs("/webhooks/provider/orders/consumer/web"))
                    .containsExactly(text(document, "_links self href"));
            assertThat(hrefs("/webhooks/provider/orders")).hasSize(1);
            assertThat(hrefs("/webhooks/consumer/orders")).isEmpty();
            assertThat(hrefs("/webhooks")).hasSize(2);
            assertThat(client.status("/webhooks/provider/nobody")).isEqualTo(404);
        }

        private List<String> hrefs(String path) {
            return Client.list(client.get(path), "_links pb:webhooks").stream()
                    .map(link -> text(link, "href"))
                    .toList();
        }

        @Test
        void from_a_template_has_its_body() {
            JsonObject document = client.post(
                    "/webhooks",
                    webhook(
                            "{\"method\": \"POST\", \"template\": \"github\", \"url\": \"https://api.github.com/repos/a/b/statuses/${pactbroker.consumerVersionNumber}\"}"));

            assertThat(text(document, "request body state")).isEqualTo("${pactbroker.githubVerificationStatus}");
            assertThat(text(document, "request headers Content-Type")).isEqualTo("application/json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://ci.example?job=${pactbroker.consumerName}",
                    "https://ci.example#${pactbroker.consumerName}"
                })
        void may_have_a_parameter_right_behind_its_host(String url) {
            JsonObject document = client.post("/webhooks", webhook("{\"method\": \"POST\", \"url\": \"" + url + "\"}"));

            assertThat(text(document, "request url")).isEqualTo(url);
        }

        @ParameterizedTest
        @CsvSource({"gitlab", "slack", "teams"})
        void from_any_template_has_a_body(String template) {
            JsonObject document = client.post(
                    "/webhooks",
                    webhook("{\"method\": \"POST\", \"template\": \"" + template
                            + "\", \"url\": \"https://x.example\"}"));

            assertThat(at(document, "request body").toJson()).contains("${pactbroker.");
        }
    }

    @Nested
    class Refused {
        @Test
        void are_several_things_at_once() {
            assertThat(errors("""
                    {"consumer": {"name": "nobody"}, "provider": {"name": "web", "label": "x"}, "events": [{"name": "full_moon"}, 3],
                     "enabled": "yes", "request": {"method": "DELETE", "headers": {"A B": "c", "D": 1}, "template": "irc"}}"""))
                    .isEqualTo("{\"consumer.name\":[\"is no known application: \\\"nobody\\\"\"],"
                            + "\"provider\":[\"has both a name and a label, where one of the two tells who is meant\"],"
                            + "\"events\":[\"there is no event \\\"full_moon\\\" (at index 0)\",\"name is missing (at index 1)\"],"
                            + "\"enabled\":[\"is neither true nor false\"],"
                            + "\"request.url\":[\"is missing\"],"
                            + "\"request.template\":[\"there is no template \\\"irc\\\", but github, gitlab, slack, teams\"],"
                            + "\"request.headers\":[\"has no header name: \\\"A B\\\"\"],"
                            + "\"request.headers.D\":[\"is not a text\"],"
                            + "\"request.method\":[\"the method DELETE is not permitted here; permitted are POST\"]}");
        }

        @Test
        void is_a_webhook_without_a_request() {
            assertThat(errors("{}")).isEqualTo("{\"request\":[\"is missing\"]}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                http://ci.example/x                      | the scheme http is not permitted here; permitted are https
                file:///etc/passwd                       | it names no host
                https://${pactbroker.consumerName}.x/y   | has a parameter in its host, which has to be the same always
                https://${pactbroker.consumerName}       | has a parameter in its host, which has to be the same always
                https://${pactbroker.consumerName}?a=b   | has a parameter in its host, which has to be the same always
                https://ci.example:65536/                | the port 65536 is none; the last one is 65535
                https://u:p@ci.example/                  | it holds a user name; give username and password apart
                https://localhost/x                      | the host localhost is not permitted here
                https://127.0.0.1/x                      | the host 127.0.0.1 has the address 127.0.0.1, which is not permitted here
                https://[::1]/x                          | the host [::1] has the address 0:0:0:0:0:0:0:1, which is not permitted here
                https://169.254.169.254/latest           | the host 169.254.169.254 has the address 169.254.169.254, which is not permitted here
                not a URL                                | is no URL
                """)
        void is_a_url(String url, String why) {
            assertThat(errors(webhook("{\"method\": \"POST\", \"url\": \"" + url + "\"}")))
                    .isEqualTo("{\"request.url\":[\"" + why + "\"]}");
        }

        @Test
        void is_a_value_that_would_add_a_header() {
            assertThat(
                            errors(
                                    webhook(
                                            "{\"method\": \"POST\", \"url\": \"https://x\", \"headers\": {\"A\": \"b\\r\\nC: d\"}, \"password\": \"a\\nb\"}")))
                    .isEqualTo("{\"request.headers.A\":[\"is not one line of at most 10000 characters\"],"
                            + "\"request.password\":[\"is not one line of at most 10000 characters\"]}");
        }
    }

    @Nested
    class Put {
        private static final String SECRET = """
                {"method": "POST", "url": "https://x", "headers": {"X-Token": "first"}, "username": "u", "password": "hunter22"}""";

        @Test
        void creates_under_the_uuid_then_replaces() {
            assertThat(client.send("PUT", "/webhooks/" + UUID, webhook(SECRET)).status())
                    .isEqualTo(201);
            assertThat(client.send("PUT", "/webhooks/" + UUID, webhook(SECRET)).status())
                    .isEqualTo(200);
            assertThat(Client.list(client.get("/webhooks"), "_links pb:webhooks"))
                    .hasSize(1);
        }

        @Test
        void refuses_what_is_no_uuid() {
            assertThat(client.send("PUT", "/webhooks/short", webhook(SECRET))
                            .body()
                            .text())
                    .isEqualTo("{\"errors\":{\"uuid\":[\"must be 16 to 255 letters, digits, - and _\"]}}");
        }

        @Test
        void keeps_what_came_back_masked() {
            client.put("/webhooks/" + UUID, webhook(SECRET));
            JsonObject shown = client.get("/webhooks/" + UUID);
            client.put("/webhooks/" + UUID, shown.without("_links").toJson());

            assertThat(stored()).isEqualTo("{\"X-Token\":\"first\"} hunter22");

            client.put(
                    "/webhooks/" + UUID,
                    webhook(SECRET.replace("first", "second").replace("hunter22", "changed")));
            assertThat(stored()).isEqualTo("{\"X-Token\":\"second\"} changed");
        }

        private String url() {
            return broker.stored(kept -> kept.webhooks()
                    .request(kept.webhooks().find(UUID).orElseThrow())
                    .url());
        }

        @Test
        void keeps_the_url_of_which_only_the_host_was_shown() {
            String secret = SECRET.replace("\"https://x\"", "\"https://x/services/T0?token=t\"");
            client.put("/webhooks/" + UUID, webhook(secret));
            client.put("/webhooks/" + UUID, webhook(SECRET.replace("\"https://x\"", "\"https://X/**********\"")));

            assertThat(url()).isEqualTo("https://x/services/T0?token=t");
        }

        @Test
        void refuses_a_url_of_which_only_the_host_was_shown_elsewhere() {
            String hidden = webhook(SECRET.replace("\"https://x\"", "\"https://y/**********\""));
            HttpResponse created = client.send("PUT", "/webhooks/" + UUID, hidden);

            assertThat(created.status()).isEqualTo(400);
            assertThat(created.body().text())
                    .isEqualTo("{\"errors\":{\"request.url\":[\"is hidden: give it whole\"]}}");

            client.put("/webhooks/" + UUID, webhook(SECRET));

            assertThat(client.send("PUT", "/webhooks/" + UUID, hidden).body().text())
                    .isEqualTo(
                            "{\"errors\":{\"request.url\":[\"is hidden, and the URL leads to another server than before: give it again\"]}}");
            assertThat(url()).isEqualTo("https://x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://y", "https://x:8443", "https://x.y/", "https://xy?", "https://y#https://x"})
        void sends_no_secret_to_another_server(String url) {
            client.put("/webhooks/" + UUID, webhook(SECRET));
            String shown = client.get("/webhooks/" + UUID)
                    .without("_links")
                    .toJson()
                    .replace("\"https://x\"", "\"" + url + "\"");

            assertThat(client.send("PUT", "/webhooks/" + UUID, shown).status()).isEqualTo(400);
        }

        @Test
        void says_which_secrets_another_server_needs_again() {
            client.put("/webhooks/" + UUID, webhook(SECRET));
            String shown = client.get("/webhooks/" + UUID)
                    .without("_links")
                    .toJson()
                    .replace("\"https://x\"", "\"https://y/?x\"");

            HttpResponse response = client.send("PUT", "/webhooks/" + UUID, shown);

            assertThat(response.status()).isEqualTo(400);
            assertThat(at(Client.json(response), "errors").toJson())
                    .isEqualTo(
                            "{\"request.headers.X-Token\":[\"is hidden, and the URL leads to another server than before: give it again\"],"
                                    + "\"request.password\":[\"is hidden, and the URL leads to another server than before: give it again\"]}");
            assertThat(stored()).isEqualTo("{\"X-Token\":\"first\"} hunter22");
            client.put("/webhooks/" + UUID, shown.replace("https://y/?x", "HTTPS://X/y?z"));
            assertThat(stored()).isEqualTo("{\"X-Token\":\"first\"} hunter22");
        }

        private String stored() {
            return broker.stored(kept -> {
                JsonObject request = kept.webhooks()
                        .request(kept.webhooks().find(UUID).orElseThrow())
                        .toJson();
                return at(request, "headers").toJson() + " " + text(request, "password");
            });
        }
    }

    @Test
    void deleted_is_gone() {
        client.put("/webhooks/" + UUID, webhook("{\"method\": \"POST\", \"url\": \"https://x\"}"));

        assertThat(client.send("DELETE", "/webhooks/" + UUID, "").status()).isEqualTo(204);
        assertThat(client.status("/webhooks/" + UUID)).isEqualTo(404);
        assertThat(client.send("DELETE", "/webhooks/" + UUID, "").body().text())
                .isEqualTo("{\"error\":\"There is no webhook with the UUID " + UUID + ".\"}");
    }

    @Test
    void goes_with_the_application_that_it_names() {
        client.post("/webhooks/consumer/web", webhook("{\"method\": \"POST\", \"url\": \"https://x\"}"));
        client.send("DELETE", "/pacticipants/web", "");

        assertThat(Client.list(client.get("/webhooks"), "_links pb:webhooks")).isEmpty();
    }
}
