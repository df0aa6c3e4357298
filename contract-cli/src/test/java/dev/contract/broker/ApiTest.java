package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private final TestBroker broker = TestBroker.open();
    private final Client client = broker.client();

    @AfterEach
    void close() {
        broker.close();
    }

    private HttpResponse send(HttpRequest request) {
        return broker.broker().routes().apply(request);
    }

    private static HttpRequest get(String path) {
        return HttpRequest.of("GET", path);
    }

    @Nested
    class EveryAnswer {
        @ParameterizedTest
        @ValueSource(strings = {"no-such-thing"})
        void of_a_relation_that_leads_nowhere_yet_says_so_in_the_document_of_every_error(String relation) {
            HttpResponse response = send(get("/" + relation));

            assertThat(response.status()).isEqualTo(404);
            assertThat(text(Client.json(response), "error")).isEqualTo("There is nothing at /" + relation + ".");
        }

        @Test
        void says_which_broker_it_is_and_is_not_kept() {
            HttpResponse response = send(get("/"));

            assertThat(response.headers().first("X-Pact-Broker-Version")).hasValue("2.120.0");
            assertThat(response.headers().first("Cache-Control")).hasValue("no-cache");
            assertThat(response.headers().first("Vary")).hasValue("Accept");
            assertThat(response.headers().first("Content-Type")).hasValue("application/hal+json;charset=utf-8");
        }

        @Test
        void to_head_has_no_body() {
            HttpResponse response = send(HttpRequest.of("HEAD", "/"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().isPresent()).isFalse();
        }

        @Test
        void to_options_lists_the_methods() {
            HttpResponse response = send(HttpRequest.of("OPTIONS", "/pacticipants/web"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().first("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        }

        @Test
        void to_a_method_that_is_not_there_lists_those_that_are() {
            HttpResponse response = send(HttpRequest.of("DELETE", "/matrix"));

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers().first("Allow")).hasValue("GET, HEAD, OPTIONS");
        }

        @ParameterizedTest
        @CsvSource({
            "/no/such/thing, 404",
            "/pacticipants//versions, 404",
            "/pacticipants/a%0Ab, 422",
            "/pacticipants/a%09b, 422"
        })
        void to_a_strange_path_is_a_complaint(String path, int status) {
            assertThat(send(get(path)).status()).isEqualTo(status);
        }

        @Test
        void to_a_body_of_another_type_is_415() {
            assertThat(client.send("POST", "/pacticipants", "name=web", "application/x-www-form-urlencoded")
                            .status())
                    .isEqualTo(415);
        }

        @Test
        void to_broken_json_says_where() {
            HttpResponse response = client.send("POST", "/pacticipants", "{\"name\": ");

            assertThat(response.status()).isEqualTo(400);
            assertThat(text(Client.json(response), "error")).startsWith("The body is not JSON: ");
        }

        @Test
        void to_json_that_is_too_deep_is_a_complaint() {
            assertThat(client.send("POST", "/pacticipants", "[".repeat(300) + "]".repeat(300))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Links {
        @Test
        void of_the_index_are_templated_where_they_have_names() {
            at(client.get("/"), "_links").asObject().orElseThrow().forEach((relation, link) -> link.asObject()
                    .ifPresent(one -> {
                        boolean templated = text(one, "href").contains("{");
                        assertThat(one.get("templated")
                                        .flatMap(JsonValue::asBoolean)
                                        .orElse(false))
                                .as(relation)
                                .isEqualTo(templated);
                    }));
        }

        @Test
        void start_with_the_address_of_the_request_where_none_is_set() {
            try (TestBroker other = TestBroker.open(ApiSettings.DEFAULT)) {
                HttpResponse response =
                        other.broker().routes().apply(get("/").withHeader("Host", "broker.example:9292"));

                assertThat(text(Client.json(response), "_links self href")).isEqualTo("http://broker.example:9292/");
            }
        }

        @Test
        void follow_the_proxy_among_several_addresses() {
            ApiSettings settings =
                    ApiSettings.DEFAULT.withBaseUrls(List.of("http://inside", "https://outside.example/broker/"));
            try (TestBroker other = TestBroker.open(settings)) {
                HttpResponse response = other.broker()
                        .routes()
                        .apply(get("/").withHeader("X-Forwarded-Host", "outside.example")
                                .withHeader("X-Forwarded-Proto", "https"));

                assertThat(text(Client.json(response), "_links self href"))
                        .isEqualTo("https://outside.example/broker/");
            }
        }

        @Test
        void never_repeat_a_host_that_is_none() {
            try (TestBroker other = TestBroker.open(ApiSettings.DEFAULT)) {
                HttpResponse response = other.broker().routes().apply(get("/").withHeader("Host", "a\"><script>"));

                assertThat(text(Client.json(response), "_links self href")).isEqualTo("http://localhost/");
            }
        }

        @Test
        void keep_slashes_and_blanks_of_names() {
            client.branch("my web/é", "9.9+a b", "feat/x");

            JsonObject version = client.get("/pacticipants/my%20web%2F%C3%A9/versions/9.9+a%20b");

            assertThat(text(version, "_links self href"))
                    .isEqualTo("http://broker.test/pacticipants/my%20web%2F%C3%A9/versions/9.9%2Ba%20b");
            assertThat(client.get(text(version, "_links self href"))).isEqualTo(version);
            assertThat(text(version, "_embedded branches 0 _links self href")).contains("/branches/feat%2Fx/versions/");
        }
    }

    @Nested
    class SlashesThatAProxyDecoded {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/pacticipants/web/branches/feat/x/y/versions/1",
                    "/pacticipants/web/branches/feat/x/y/latest-version",
                    "/pacticipants/web/branches/feat/x/y",
                    "/pacticipants/web/versions/1/tags/rc/1"
                })
        void are_taken_for_a_part_of_the_name(String path) {
            client.branch("web", "1", "feat/x/y");
            client.tag("web", "1", "rc/1");

            assertThat(client.status(path)).isEqualTo(200);
        }

        @Test
        void are_taken_so_in_writing_as_well() {
            client.put("/pacticipants/web/branches/feat/x/versions/1", "{}");

            assertThat(client.status("/pacticipants/web/branches/feat%2Fx")).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"64, 200", "65, 404", "100000, 404"})
        void are_no_more_than_names_have(int slashes, int status) {
            String name = "a" + "/a".repeat(slashes);
            if (status == 200) {
                client.branch("web", "1", name);
            }

            assertThat(client.status("/pacticipants/web/branches/" + name)).isEqualTo(status);
        }
    }

    @Nested
    class TheMatrix {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "latestby=cvpv | Name at least one application: q[][pacticipant]=NAME.",
                    "q[][version]=1 | The name of the application (pacticipant) is missing.",
                    "q[][pacticipant]=nobody | There is no application named \"nobody\".",
                    "q[][pacticipant]=web&q[][version]=1&q[][latest]=true | A version and latest exclude each other: name the version, or ask for the latest.",
                    "q[][pacticipant]=web&tag=a&environment=test | Only one of tag, environment and mainBranch can be the target.",
                    "q[][pacticipant]=web&success=zzz | success is \"zzz\", but must be true, false or empty, for no result.",
                    "q[][pacticipant]=web&latest=true&environment=test | An environment and latest exclude each other.",
                    "q[][pacticipant]=web&environment=nowhere | There is no environment named \"nowhere\".",
                    "q[][pacticipant]=web&limit=0 | limit is \"0\", but must be a whole number of at least 1."
                })
        void refuses_a_question_that_cannot_be_meant(String query, String complaint) {
            client.version("web", "1");

            HttpResponse response = client.send("GET", "/matrix?" + query, "");

            assertThat(response.status()).isEqualTo(400);
            assertThat(list(Client.json(response), "errors"))
                    .extracting(each -> each.asString().orElseThrow())
                    .containsExactly(complaint);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "q%5B%5D%5Bpacticipant%5D=web&q%5B%5D%5Bversion%5D=1&latestby=cvpv",
                    "q[]pacticipant=web&q[]version=1&latestby=cvpv"
                })
        void reads_selectors_however_they_are_written(String query) {
            client.publish("web", "1", "orders", "a");

            assertThat(list(client.get("/matrix?" + query), "matrix")).hasSize(1);
        }

        @Test
        void shows_people_a_table() {
            client.publish("web", "1", "orders", "a");
            client.verify("web", "1", "orders", "22", true);

            HttpResponse response = send(get("/matrix")
                    .withQuery(Query.parse("q[][pacticipant]=web&q[][version]=1&latestby=cvpv"))
                    .withHeader("Accept", "text/plain"));

            assertThat(response.body().text()).startsWith("""
                            CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                            web       1          orders    22         true      1
                            """);
        }

        @Test
        void describes_both_sides_and_the_result() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "main");
            client.tag("web", "1", "rc");
            client.verify("web", "1", "orders", "22", true);
            client.deploy("orders", "22", "production", "");

            JsonValue row = list(client.get("/can-i-deploy?pacticipant=web&version=1&environment=production"), "matrix")
                    .get(0);

            assertThat(text(row, "consumer version branch")).isEqualTo("main");
            assertThat(text(row, "consumer version tags 0 name")).isEqualTo("rc");
            assertThat(text(row, "provider version environments 0 name")).isEqualTo("production");
            assertThat(at(row, "verificationResult success").toJson()).isEqualTo("true");
            assertThat(client.get(text(row, "verificationResult _links self href"))
                            .string("providerApplicationVersion"))
                    .hasValue("22");
        }

        @Test
        void is_asked_by_shorter_addresses_too() {
            client.publish("web", "1", "orders", "a");
            client.tag("web", "1", "rc");
            client.branch("web", "1", "feat/x");
            client.verify("web", "1", "orders", "22", true);
            client.tag("orders", "22", "prod");
            client.deploy("orders", "22", "production", "");

            for (String path : List.of(
                    "/can-i-deploy?pacticipant=web&version=1&environment=production",
                    "/can-i-deploy?pacticipant=web&version=1&to=prod",
                    "/pacticipants/web/latest-version/rc/can-i-deploy/to/prod",
                    "/pacticipants/web/branches/feat%2Fx/latest-version/can-i-deploy/to-environment/production",
                    "/pacticipants/web/branches/feat/x/latest-version/can-i-deploy/to-environment/production",
                    "/matrix/provider/orders/consumer/web")) {
                assertThat(at(client.get(path), "summary deployable").toJson())
                        .as(path)
                        .isEqualTo("true");
            }
            assertThat(client.status("/can-i-deploy?pacticipant=web&version=1")).isEqualTo(400);
            assertThat(at(
                                    Client.json(client.send(
                                            "GET", "/can-i-deploy?pacticipant=web&environment=production", "")),
                                    "errors")
                            .toJson())
                    .isEqualTo("[\"The number of the version (version) is missing.\"]");
            assertThat(client.status("/pacticipants/web/latest-version/none/can-i-deploy/to/prod"))
                    .isEqualTo(404);
        }
    }

    @Nested
    class Reasons {
        private String reason(String version) {
            return text(
                    client.get("/can-i-deploy?pacticipant=web&version=" + version + "&environment=production"),
                    "summary reason");
        }

        @Test
        void say_that_the_provider_is_not_there_and_who_verified_it() {
            client.publish("web", "1", "orders", "a");
            client.verify("web", "1", "orders", "22", true);

            assertThat(reason("1"))
                    .isEqualTo(
                            "There is no version of orders in production, and web 1 needs one; it was verified by orders 22"
                                    + " (passed). Deploy orders first and record it: contract record-deployment --pacticipant orders"
                                    + " --version VERSION --environment production");
        }

        @Test
        void say_that_nobody_verified_it_yet() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");
            client.verify("web", "1", "orders", "22", true);
            client.deploy("orders", "22", "production", "");

            assertThat(reason("2"))
                    .isEqualTo(
                            "orders 22 (now in production) has not verified the contract of web 2; nobody has verified it yet."
                                    + " Run the verification in the build of orders 22 and publish the result.");
        }

        @Test
        void say_that_another_version_verified_it() {
            client.publish("web", "1", "orders", "a");
            client.verify("web", "1", "orders", "23", true);
            client.version("orders", "22");
            client.deploy("orders", "22", "production", "");

            assertThat(reason("1"))
                    .isEqualTo(
                            "orders 22 (now in production) has not verified the contract of web 1; it was verified by orders 23"
                                    + " (passed). It has published no result at all since "
                                    + LocalDate.now(ZoneOffset.UTC)
                                    + ", when it became known. Was another version number deployed than the one that was verified? Run"
                                    + " the verification in its build and publish the result.");
        }

        @Test
        void say_at_which_interaction_and_path_it_failed() {
            client.publish("web", "1", "orders", "a list of orders");
            JsonObject pact = client.get(Client.pactPath("web", "1", "orders"));
            client.post(text(pact, "_links pb:publish-verification-results href"), """
                    {"success": false, "providerApplicationVersion": "22", "testResults": [
                      {"interactionId": "%s", "success": false,
                       "mismatches": [{"attribute": "body", "identifier": "$.total", "description": "expected a number"}]}]}
                    """.formatted(
                            text(pact, "interactions 0 _id")));
            client.deploy("orders", "22", "production", "");

            assertThat(reason("1"))
                    .isEqualTo(
                            "The contract of web 1 failed at orders 22 (now in production): interaction \"a list of orders\","
                                    + " body $.total: expected a number. Mend one of the two, and publish a result of the mended version.");
        }

        @Test
        void say_that_there_is_no_such_version() {
            client.version("web", "1");

            assertThat(reason("9"))
                    .isEqualTo(
                            "There is no such version: version 9 of web. Check the spelling, or publish its contracts or"
                                    + " results first.");
        }
    }

    @Nested
    class Results {
        @Test
        void need_success_and_version_and_a_real_url() {
            client.publish("web", "1", "orders", "a");
            String results = text(
                    client.get(Client.pactPath("web", "1", "orders")), "_links pb:publish-verification-results href");

            HttpResponse response = client.send("POST", results, "{\"buildUrl\": \"javascript:alert(1)\"}");

            assertThat(response.status()).isEqualTo(400);
            assertThat(Client.json(response).toJson())
                    .isEqualTo(
                            "{\"errors\":{\"success\":[\"is missing\"],\"providerApplicationVersion\":[\"is missing\"],"
                                    + "\"buildUrl\":[\"is not a URL of http or https\"]}}");
        }

        @Test
        void of_a_content_that_is_not_there_are_404() {
            client.publish("web", "1", "orders", "a");

            assertThat(client.send(
                                    "POST",
                                    "/pacts/provider/orders/consumer/web/pact-version/abc/verification-results",
                                    "{\"success\": true, \"providerApplicationVersion\": \"1\"}")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void may_bring_branch_and_tags_along() {
            client.publish("web", "1", "orders", "a");
            String results = text(
                    client.get(Client.pactPath("web", "1", "orders")), "_links pb:publish-verification-results href");

            HttpResponse response = client.send("POST", results, """
                    {"success": true, "providerApplicationVersion": "22", "providerVersionBranch": "main",
                     "providerVersionTags": ["rc"], "testResults": {"tests": []}, "verifiedBy": {"implementation": "x"}}
                    """);

            assertThat(response.status()).isEqualTo(201);
            assertThat(client.get(response.headers().first("Location").orElseThrow()))
                    .isEqualTo(Client.json(response));
            assertThat(at(Client.json(response), "testResults").toJson()).isEqualTo("{\"tests\":[]}");
            assertThat(client.status("/pacticipants/orders/branches/main/versions/22"))
                    .isEqualTo(200);
            assertThat(client.status("/pacticipants/orders/versions/22/tags/rc"))
                    .isEqualTo(200);
        }

        @Test
        void of_all_providers_are_summed_up() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "1", "billing", "b");
            client.verify("web", "1", "orders", "22", true);

            JsonObject summary = client.get("/verification-results/consumer/web/version/1/latest");

            assertThat(at(summary, "success").toJson()).isEqualTo("false");
            assertThat(at(summary, "providerSummary").toJson())
                    .isEqualTo("{\"successful\":[\"orders\"],\"failed\":[],\"unknown\":[\"billing\"]}");
        }
    }

    @Nested
    class Deployments {
        @Test
        void of_a_version_that_published_nothing_are_taken_with_a_warning() {
            client.version("web", "1");

            JsonObject deployed = client.deploy("web", "1", "production", "blue");

            assertThat(text(deployed, "notices 0 type")).isEqualTo("warning");
            assertThat(text(deployed, "target")).isEqualTo("blue");
        }

        @Test
        void are_recorded_once_for_one_version_and_instance() {
            client.version("web", "1");

            assertThat(text(client.deploy("web", "1", "production", ""), "uuid"))
                    .isEqualTo(text(client.deploy("web", "1", "production", ""), "uuid"));
        }

        @Test
        void cannot_be_revived_by_a_patch() {
            client.version("web", "1");
            String self = text(client.deploy("web", "1", "production", ""), "_links self href");

            assertThat(client.send("PATCH", self, "{\"currentlyDeployed\": true}")
                            .status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class Environments {
        @Test
        void have_names_of_their_own() {
            HttpResponse response = client.send("POST", "/environments", "{\"name\": \"test\", \"production\": false}");

            assertThat(response.status()).isEqualTo(400);
            assertThat(Client.json(response).toJson())
                    .isEqualTo("{\"errors\":{\"name\":[\"is taken: there is an environment named test already\"]}}");
        }

        @Test
        void are_replaced_and_deleted() {
            JsonObject created = client.post(
                    "/environments",
                    "{\"name\": \"uat\", \"production\": false, \"contacts\": [{\"name\": \"me\", \"details\": {\"mail\": \"a@b\"}}]}");
            String self = text(created, "_links self href");
            JsonObject replaced =
                    client.put(self, "{\"name\": \"uat2\", \"displayName\": \"UAT\", \"production\": true}");

            assertThat(text(created, "contacts 0 details mail")).isEqualTo("a@b");
            assertThat(replaced.string("displayName")).hasValue("UAT");
            assertThat(client.send("DELETE", self, "").status()).isEqualTo(204);
            assertThat(client.status(self)).isEqualTo(404);
        }
    }

    @Nested
    class Versions {
        @Test
        void replace_their_tags_when_some_are_given() {
            client.tag("web", "1", "old");
            client.patch("/pacticipants/web/versions/1", "{\"tags\": [{\"name\": \"new\"}]}");
            client.patch("/pacticipants/web/versions/1", "{\"buildUrl\": \"http://ci/1\"}");

            JsonObject version = client.get("/pacticipants/web/versions/1");

            assertThat(list(version, "_embedded tags"))
                    .extracting(tag -> text(tag, "name"))
                    .containsExactly("new");
            assertThat(version.string("buildUrl")).hasValue("http://ci/1");
        }

        @Test
        void come_in_pages() {
            for (int i = 1; i <= 5; i++) {
                client.version("web", String.valueOf(i));
            }

            JsonObject page = client.get("/pacticipants/web/versions?page=2&size=2");

            assertThat(list(page, "_embedded versions"))
                    .extracting(each -> text(each, "number"))
                    .containsExactly("3", "2");
            assertThat(at(page, "page").toJson())
                    .isEqualTo("{\"number\":2,\"size\":2,\"totalElements\":5,\"totalPages\":3}");
            assertThat(text(page, "_links next href"))
                    .isEqualTo("http://broker.test/pacticipants/web/versions?page=3&size=2");
        }

        @Test
        void that_only_a_deleted_branch_held_may_go_with_it() {
            client.branch("web", "1", "old");
            client.branch("web", "2", "old");
            client.branch("web", "2", "main");

            client.send("DELETE", "/pacticipants/web/branches/old?withVersions=true", "");

            assertThat(client.status("/pacticipants/web/versions/1")).isEqualTo(404);
            assertThat(client.status("/pacticipants/web/versions/2")).isEqualTo(200);
        }
    }

    @Nested
    class AMainBranch {
        @Test
        void is_set_by_the_first_branch_that_is_called_so() {
            client.branch("web", "1", "feat/x");
            client.branch("web", "1", "main");
            client.branch("web", "1", "develop");

            assertThat(client.get("/pacticipants/web").string("mainBranch")).hasValue("main");
        }

        @Test
        void has_no_blanks() {
            client.version("web", "1");

            assertThat(client.send("PATCH", "/pacticipants/web", "{\"mainBranch\": \"a b\"}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class ProviderStates {
        @Test
        void are_listed_with_those_who_rely_on_them() {
            String stateful = Client.pact("web", "orders", "a")
                    .replace(
                            "\"request\"",
                            "\"providerStates\": [{\"name\": \"an order\", \"params\": {\"id\": 1}}], \"request\"");
            client.put(Client.pactPath("web", "1", "orders"), stateful);
            client.branch("web", "1", "main");

            JsonObject states = client.get("/pacts/provider/orders/provider-states");

            assertThat(at(states, "providerStates").toJson())
                    .isEqualTo("[{\"name\":\"an order\",\"params\":{\"id\":1},\"consumers\":[\"web\"]}]");
            assertThat(list(client.get("/pacts/provider/orders/provider-states/branch/other"), "providerStates"))
                    .isEmpty();
        }
    }

    @Nested
    class PactLists {
        @Test
        void of_a_provider_give_both_relations() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");
            client.publish("kiosk", "1", "orders", "c");
            client.branch("web", "1", "main");

            JsonObject latest = client.get("/pacts/provider/orders/latest");

            assertThat(list(latest, "_links pb:pacts"))
                    .extracting(link -> text(link, "name"))
                    .containsExactly("kiosk", "web");
            assertThat(list(latest, "_links pacts")).isEqualTo(list(latest, "_links pb:pacts"));
            assertThat(list(client.get("/pacts/provider/orders"), "_links pb:pacts"))
                    .hasSize(3);
            assertThat(list(client.get("/pacts/provider/orders/branch"), "_links pb:pacts"))
                    .hasSize(1);
            assertThat(list(client.get("/pacts/provider/orders/branch/main/latest"), "_links pb:pacts"))
                    .hasSize(1);
            assertThat(client.status("/pacts/provider/nobody/latest")).isEqualTo(404);
        }

        @Test
        void of_a_pair_can_be_deleted_whole() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");

            assertThat(client.send("DELETE", "/pacts/provider/orders/consumer/web/versions", "")
                            .status())
                    .isEqualTo(204);
            assertThat(client.status("/pacts/provider/orders/consumer/web/latest"))
                    .isEqualTo(404);
            assertThat(client.status("/pacticipants/web/versions/2")).isEqualTo(200);
        }
    }
}
