package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What three clients of other languages were seen sending, request by request, and what they need of the answers. */
class RecordedClientsTest {
    private static final String PACT = Client.pact("web", "orders", "a list of orders");

    /** One client: its headers, and what it takes for an answer. */
    private abstract static class Recorded extends ApiFixture {

        abstract Headers headersOf(String method);

        private HttpResponse exchange(String method, String target, String body, String type) {
            String below = target.startsWith("http") ? target.substring(target.indexOf('/', 8)) : target;
            int question = below.indexOf('?');
            Headers headers = headersOf(method);
            return send(new HttpRequest(
                    method,
                    question < 0 ? below : below.substring(0, question),
                    question < 0 || question == below.length() - 1
                            ? Query.EMPTY
                            : Query.parse(below.substring(question + 1)),
                    type.isEmpty() ? headers : headers.with("Content-Type", type),
                    body.isEmpty() ? Body.MISSING : Body.text(body, ContentType.of("application/json"))));
        }

        /** Every answer to a write must have a JSON body, and a type that says so. */
        JsonObject sent(int status, String method, String target, String body, String type) {
            HttpResponse response = exchange(method, target, body, type);
            assertThat(response.status())
                    .as(() -> method + " " + target + "\n" + response.body().text())
                    .isEqualTo(status);
            assertThat(response.headers().first("Content-Type").orElse("")).startsWith("application/hal+json");
            return Client.json(response);
        }

        JsonObject sent(int status, String method, String target, String body) {
            return sent(status, method, target, body, "application/json");
        }

        JsonObject got(String target) {
            return sent(200, "GET", target, "", "");
        }

        void deleted(String target) {
            assertThat(exchange("DELETE", target, "", "").status()).isEqualTo(204);
        }

        int status(String target) {
            return exchange("GET", target, "", "").status();
        }

        static String link(JsonObject document, String relation) {
            return text(document, "_links " + relation + " href");
        }

        static String named(JsonObject document, String relation, String name) {
            return list(document, "_links " + relation).stream()
                    .filter(each -> text(each, "name").equals(name))
                    .map(each -> text(each, "href"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class PactJvm extends Recorded {
        private static final String WRITTEN = "application/json; charset=UTF-8";

        /** A PUT and the results have no Accept; a GET has a content type. */
        @Override
        Headers headersOf(String method) {
            Headers all = Headers.of("User-Agent", "pact-jvm/4.7.5 Apache-HttpClient/5.4.4 Java/17")
                    .with("Accept-Encoding", "gzip, x-gzip, deflate");
            return method.equals("GET")
                    ? all.with("Accept", "application/hal+json, application/json")
                            .with("Content-Type", "application/json")
                    : all;
        }

        @Test
        void publishes_one_contract_after_the_other() {
            String publish = link(got("/"), "pb:publish-contracts");

            JsonObject answer =
                    sent(200, "POST", publish, Client.publication("web", "1", "main", "orders", PACT), WRITTEN);

            assertThat(list(answer, "notices")).isNotEmpty().allSatisfy(notice -> {
                assertThat(text(notice, "level")).isNotEmpty();
                assertThat(text(notice, "text")).isNotEmpty();
            });
        }

        @Test
        void publishes_with_tags_first_where_it_finds_no_newer_way() {
            JsonObject index = got("/");
            sent(
                    201,
                    "PUT",
                    link(index, "pb:pacticipant-version-tag")
                            .replace("{pacticipant}", "web")
                            .replace("{version}", "9.9+a%20b")
                            .replace("{tag}", "dev"),
                    "{}",
                    WRITTEN);

            sent(
                    201,
                    "PUT",
                    link(index, "pb:publish-pact")
                            .replace("{provider}", "orders")
                            .replace("{consumer}", "web")
                            .replace("{consumerApplicationVersion}", "9.9+a%20b"),
                    PACT,
                    WRITTEN);

            assertThat(text(got("/pacts/provider/orders/consumer/web/latest/dev"), "_links pb:consumer-version name"))
                    .isEqualTo("9.9+a b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"my provider/é"})
        void escapes_names_in_links(String provider) {
            client.put(Client.pactPath("web", "1", provider), "{\"interactions\": []}");

            String latest = link(got("/"), "pb:latest-provider-pacts").replace("{provider}", "my%20provider%2F%C3%A9");

            assertThat(list(got(latest), "_links pb:pacts"))
                    .allSatisfy(pact -> assertThat(text(pact, "name")).isEqualTo("web"));
        }

        @Test
        void verifies_and_publishes_branch_tags_and_results() {
            client.post("/contracts/publish", Client.publication("web", "1", "main", "orders", PACT));
            String ask = link(got("/"), "pb:provider-pacts-for-verification").replace("{provider}", "orders");
            JsonObject pacts = sent(200, "POST", ask, """
                    {"consumerVersionSelectors": [{"mainBranch": true}, {"deployedOrReleased": true}, {"matchingBranch": true}],
                     "includePendingStatus": true, "providerVersionBranch": "feat/x", "providerVersionTags": []}
                    """, WRITTEN);
            assertThat(at(pacts, "_embedded pacts 0 verificationProperties pending")
                            .toJson())
                    .isEqualTo("true");
            assertThat(text(pacts, "_embedded pacts 0 verificationProperties notices 0 when"))
                    .isEqualTo("before_verification");

            JsonObject pact = got(text(pacts, "_embedded pacts 0 _links self href"));
            String id = text(pact, "interactions 0 _id");
            JsonObject provider = got(link(pact, "pb:provider"));
            sent(
                    201,
                    "PUT",
                    link(provider, "pb:branch-version")
                            .replace("{branch}", "feat%2Fx")
                            .replace("{version}", "2.0.0"),
                    "{}",
                    WRITTEN);
            sent(
                    201,
                    "PUT",
                    link(got(link(pact, "pb:provider")), "pb:version-tag")
                            .replace("{version}", "2.0.0")
                            .replace("{tag}", "t1"),
                    "{}",
                    WRITTEN);
            sent(201, "POST", link(pact, "pb:publish-verification-results"), """
                    {"providerApplicationVersion": "2.0.0", "success": false, "testResults": [
                      {"interactionId": "%s", "success": false, "mismatches": [
                        {"attribute": "body", "description": "expected 1", "identifier": "$.f", "diff": null}],
                       "exceptions": [{"message": "m", "exceptionClass": "java.lang.Exception"}]}],
                     "verifiedBy": {"implementation": "Pact-JVM", "version": "4.7.5"}}
                    """.formatted(id), WRITTEN);

            assertThat(status("/pacticipants/orders/branches/feat%2Fx/versions/2.0.0"))
                    .isEqualTo(200);
        }

        @Test
        void finds_pacts_in_the_old_way() {
            client.publish("web", "1", "orders", "a");
            client.tag("web", "1", "dev");
            String latest = link(got("/"), "pb:latest-provider-pacts").replace("{provider}", "orders");

            JsonObject pacts = got(latest);

            assertThat(text(pacts, "_links pb:pacts 0 name")).isEqualTo("web");
            assertThat(got(text(pacts, "_links pb:pacts 0 href")).has("interactions"))
                    .isTrue();
            assertThat(list(got(latest + "/dev"), "_links pb:pacts")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "q[][pacticipant]=web&latestby=cvp&q[][version]=1&environment=production",
                    "q[][pacticipant]=web&latestby=cvp&q[][version]=1&latest=true&tag=live",
                    "q[][pacticipant]=web&latestby=cvp&q[][version]=1&mainBranch=true&latest=true",
                    "q[][pacticipant]=web&latestby=cvp&q[][version]=1&latest=true",
                    "q[][pacticipant]=web&latestby=cvp&q[][latest]=true&latest=true",
                    "q[][pacticipant]=web&latestby=cvp&q[][tag]=rc&latest=true"
                })
        void asks_whether_it_can_deploy_without_a_link(String query) {
            client.publish("web", "1", "orders", "a");
            client.tag("web", "1", "rc");
            client.verify("web", "1", "orders", "22", true);
            client.branch("orders", "22", "main");
            client.tag("orders", "22", "live");
            client.deploy("orders", "22", "production", "");

            JsonObject answer = got("/matrix?" + query);

            assertThat(at(answer, "summary deployable").toJson()).isEqualTo("true");
            assertThat(text(answer, "summary reason")).isNotEmpty();
            assertThat(at(answer, "summary unknown").toJson()).isEqualTo("0");
            assertThat(text(answer, "matrix 0 verificationResult _links self href"))
                    .isNotEmpty();
        }
    }

    @Nested
    class TheRustVerifier extends Recorded {

        @Override
        Headers headersOf(String method) {
            Headers all = Headers.of("Accept", "application/hal+json, application/json")
                    .with("User-Agent", "pact_verifier/1.4.8");
            return method.equals("POST") || method.equals("PUT") ? all.with("Accept-Charset", "utf-8") : all;
        }

        @BeforeEach
        void publish() {
            client.post("/contracts/publish", Client.publication("web", "1", "feat/x", "orders", PACT));
            client.tag("web", "1", "dev");
            client.deploy("web", "1", "production", "");
            client.environment("test");
        }

        private JsonObject asked(String body) {
            String ask = link(got("/"), "pb:provider-pacts-for-verification").replace("{provider}", "orders");
            return sent(200, "POST", link(got(ask), "self"), body);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"includePendingStatus\":false,\"consumerVersionSelectors\":[],\"providerVersionBranch\":\"\"}",
                    "{\"includePendingStatus\":false,\"consumerVersionSelectors\":[],\"providerVersionBranch\":\"main\"}",
                    "{\"includePendingStatus\":false,\"consumerVersionSelectors\":[{\"latest\":true}],\"providerVersionBranch\":\"main\"}",
                    "{\"providerVersionTags\":[\"t1\",\"t2\"],\"includePendingStatus\":false,\"consumerVersionSelectors\":[{\"tag\":\"dev\",\"latest\":true},{\"tag\":\"prod\",\"latest\":true}],\"providerVersionBranch\":\"\"}",
                    "{\"providerVersionTags\":[\"t1\"],\"includePendingStatus\":true,\"includeWipPactsSince\":\"2024-01-01\",\"consumerVersionSelectors\":[{\"mainBranch\":true},{\"deployedOrReleased\":true},{\"consumer\":\"web\",\"branch\":\"feat/x\"},{\"matchingBranch\":true},{\"deployed\":true,\"environment\":\"production\"},{\"tag\":\"dev\",\"fallbackTag\":\"main\",\"latest\":true}],\"providerVersionBranch\":\"feat/x\"}"
                })
        void asks_twice_what_to_verify(String body) {
            assertThat(list(asked(body), "_embedded pacts")).hasSize(1).allSatisfy(pact -> assertThat(
                            text(pact, "_links self href"))
                    .isNotEmpty());
        }

        @Test
        void takes_a_404_for_no_pacts_of_a_provider_that_nobody_knows() {
            assertThat(status("/pacts/provider/nobody/for-verification")).isEqualTo(404);
        }

        @Test
        void publishes_what_it_found() {
            JsonObject pact = got(text(
                    asked(
                            "{\"includePendingStatus\":false,\"consumerVersionSelectors\":[],\"providerVersionBranch\":\"main\"}"),
                    "_embedded pacts 0 _links self href"));
            sent(
                    201,
                    "PUT",
                    link(got(link(pact, "pb:provider")), "pb:branch-version")
                            .replace("{branch}", "main")
                            .replace("{version}", "2.0.0"),
                    "{}");

            JsonObject result = sent(201, "POST", link(pact, "pb:publish-verification-results"), """
                    {"buildUrl": "http://ci/9", "providerApplicationVersion": "2.0.0", "success": true,
                     "testResults": [{"interactionId": "%s", "success": true}],
                     "verifiedBy": {"clientLanguage": {"name": "pact-core", "testFramework": "pact_ffi", "version": "20.2.0"},
                       "implementation": "Pact-Rust", "version": "1.4.8"}}
                    """.formatted(
                            text(pact, "interactions 0 _id")));

            assertThat(text(result, "verifiedBy clientLanguage name")).isEqualTo("pact-core");
        }
    }

    @Nested
    class TheRustCommandLine extends Recorded {
        private static final String MERGE_PATCH = "application/merge-patch+json";

        @Override
        Headers headersOf(String method) {
            Headers all = Headers.of("baggage", "is_synthetic=true").with("User-Agent", "pact-broker-cli/0.8.8");
            return all.with(
                    "Accept", method.equals("GET") ? "application/hal+json, application/json" : "application/hal+json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"overwrite", "merge"})
        void publishes(String onConflict) {
            String publication = Client.publication("web", "1.2.3", "main", "orders", PACT)
                    .replace("\"specification\"", "\"onConflict\": \"" + onConflict + "\", \"specification\"");

            JsonObject answer = sent(200, "POST", link(got("/"), "pb:publish-contracts"), publication);

            at(answer, "_links").asObject().orElseThrow().forEach((relation, link) -> link.asArray()
                    .map(all -> all.elements())
                    .orElse(List.of(link))
                    .forEach(each -> assertThat(text(each, "name")).isNotEmpty()));
        }

        @Test
        void publishes_and_accepts_nothing_but_problems() {
            HttpResponse answer = send(HttpRequest.of("POST", "/contracts/publish")
                    .withHeader("Accept", "application/problem+json")
                    .withHeader("Content-Type", "application/json")
                    .withBody(Body.text(
                            Client.publication("web", "1", "main", "orders", PACT),
                            ContentType.of("application/json"))));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("Content-Type")).hasValue("application/hal+json;charset=utf-8");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "q[][pacticipant]=web&q[][version]=1.0.0&latestby=cvpv&environment=production",
                    "q[][pacticipant]=web&q[][branch]=main&ignore[][pacticipant]=other&latestby=cvpv&environment=production",
                    "q[][pacticipant]=web&q[][latest]=true&latestby=cvpv&environment=production",
                    "q[][pacticipant]=web&q[][latest]=true&q[][tag]=dev&tag=live&latestby=cvp&latest=true",
                    "q[][pacticipant]=web&q[][version]=1.0.0&q[][pacticipant]=orders&q[][version]=2.0.0&latestby=cvpv",
                    "q[][pacticipant]=web&q[][version]=1.0.0&latestby=cvp&latest=true&mainBranch=true"
                })
        void asks_whether_it_can_deploy_or_merge(String query) {
            client.publish("web", "1.0.0", "orders", "a");
            client.branch("web", "1.0.0", "main");
            client.tag("web", "1.0.0", "dev");
            client.verify("web", "1.0.0", "orders", "2.0.0", true);
            client.branch("orders", "2.0.0", "main");
            client.tag("orders", "2.0.0", "live");
            client.deploy("orders", "2.0.0", "production", "");

            JsonObject answer = got("/matrix?" + query);

            assertThat(at(answer, "summary deployable").toJson()).isEqualTo("true");
            assertThat(list(answer, "notices")).isNotEmpty();
            assertThat(list(answer, "matrix")).hasSize(1);
            assertThat(at(answer, "summary").asObject().orElseThrow().has("ignored"))
                    .isEqualTo(query.contains("ignore"));
        }

        @Test
        void records_deployments_and_ends_them() {
            client.version("web", "1.0.0");
            JsonObject version = got("/pacticipants/web/versions/1.0.0");
            JsonObject deployed = sent(
                    201,
                    "POST",
                    named(version, "pb:record-deployment", "production"),
                    "{\"applicationInstance\":\"blue\",\"target\":\"blue\"}");
            assertThat(text(deployed, "applicationInstance")).isEqualTo("blue");

            JsonObject environments = got(link(got("/"), "pb:environments"));
            String uuid = named(environments, "pb:environments", "production").replaceAll(".*/", "");
            JsonObject current = got(
                    link(got("/environments/" + uuid), "pb:currently-deployed-deployed-versions") + "?pacticipant=web");
            JsonObject ended = sent(
                    200,
                    "PATCH",
                    text(current, "_embedded deployedVersions 0 _links self href"),
                    "{\"currentlyDeployed\":false}",
                    MERGE_PATCH);

            assertThat(at(ended, "currentlyDeployed").toJson()).isEqualTo("false");
        }

        @Test
        void records_releases_and_ends_their_support_with_a_bare_question_mark() {
            client.version("web", "1.0.0");
            sent(201, "POST", named(got("/pacticipants/web/versions/1.0.0"), "pb:record-release", "production"), "{}");

            JsonObject environments = got("/environments?");
            String uuid = named(environments, "pb:environments", "production").replaceAll(".*/", "");
            JsonObject supported =
                    got(link(got("/environments/" + uuid + "?"), "pb:currently-supported-released-versions")
                            + "?pacticipant=web");
            JsonObject ended = sent(
                    200,
                    "PATCH",
                    text(supported, "_embedded releasedVersions 0 _links self href"),
                    "{\"currentlySupported\":false}",
                    MERGE_PATCH);

            assertThat(at(ended, "currentlySupported").toJson()).isEqualTo("false");
        }

        @Test
        void creates_describes_updates_and_deletes_environments() {
            JsonObject created = sent(201, "POST", link(got("/"), "pb:environments"), """
                    {"contacts": [{"details": {"emailAddress": "me@x.example"}, "name": "me"}], "displayName": "UAT",
                     "name": "uat", "production": true}
                    """);
            String uuid = text(created, "uuid");

            assertThat(text(got("/environments/" + uuid), "contacts 0 details emailAddress"))
                    .isEqualTo("me@x.example");
            sent(200, "PUT", "/environments/" + uuid, "{\"name\":\"uat2\",\"production\":true}");
            deleted("/environments/" + uuid);
        }

        @Test
        void creates_applications_or_updates_them() {
            String one = link(got("/"), "pb:pacticipant").replace("{pacticipant}", "web");
            assertThat(status(one)).isEqualTo(404);

            sent(201, "POST", link(got("/"), "pb:pacticipants"), "{\"mainBranch\":\"main\",\"name\":\"web\"}");
            JsonObject patched = sent(
                    200,
                    "PATCH",
                    one,
                    "{\"displayName\":\"Web\",\"mainBranch\":\"main\",\"name\":\"web\",\"repositoryUrl\":\"http://r\"}",
                    MERGE_PATCH);

            assertThat(text(patched, "displayName")).isEqualTo("Web");
            assertThat(list(got(link(got("/"), "pb:pacticipants")), "_embedded pacticipants"))
                    .hasSize(1);
        }

        @Test
        void creates_versions_and_tags_them_and_takes_tags_and_branches_away() {
            sent(201, "PUT", "/pacticipants/web/branches/old/versions/1.0.0", "{\"name\":\"old\"}");
            got("/pacticipants/web/versions/1.0.0");
            sent(201, "PUT", "/pacticipants/web/versions/1.0.0/tags/prod", "{\"name\":\"prod\"}");
            JsonObject index = got("/");
            JsonObject version = got(link(index, "pb:pacticipant-version")
                    .replace("{pacticipant}", "web")
                    .replace("{version}", "1.0.0"));
            assertThat(text(version, "_embedded tags 0 name")).isEqualTo("prod");

            deleted(link(got(link(index, "pb:pacticipant").replace("{pacticipant}", "web")), "pb:version-tag")
                    .replace("{version}", "1.0.0")
                    .replace("{tag}", "prod"));
            deleted(link(index, "pb:pacticipant-branch")
                    .replace("{pacticipant}", "web")
                    .replace("{branch}", "old"));
        }

        @Test
        void lists_pacts_and_the_states_they_need() {
            client.post("/contracts/publish", Client.publication("web", "1", "main", "orders", PACT));

            JsonValue newest = list(got(link(got("/"), "pb:latest-pact-versions")), "pacts")
                    .get(0);
            assertThat(text(newest, "_embedded consumer name")).isEqualTo("web");
            assertThat(text(newest, "_embedded consumer _embedded version number"))
                    .isEqualTo("1");
            assertThat(text(newest, "_embedded provider name")).isEqualTo("orders");
            assertThat(list(newest, "_links self")).hasSize(2);
            assertThat(list(got("/pacts/provider/orders/branch"), "_links pb:pacts"))
                    .hasSize(1);
            assertThat(list(got("/pacts/provider/orders/consumer/web/branch/main"), "_links pb:pacts"))
                    .hasSize(1);
            assertThat(list(got("/pacts/provider/orders/provider-states"), "providerStates"))
                    .isEmpty();
        }
    }
}
