package dev.contract.provider.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.provider.broker.MatrixAnswer.Verdict;
import dev.contract.provider.broker.MatrixQuestion.Ignored;
import dev.contract.provider.broker.MatrixQuestion.Selector;
import dev.contract.provider.broker.MatrixQuestion.Target;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BrokerClientTest {
    private final ScriptedBroker broker = new ScriptedBroker().on("GET /", 200, """
            {"_links": {
              "pb:publish-contracts": {"href": "BASE/contracts/publish"},
              "pb:provider-pacts-for-verification": {"href": "BASE/pacts/provider/{provider}/for-verification", "templated": true},
              "pb:environments": {"href": "BASE/environments"},
              "pb:pacticipant-version": {"href": "BASE/pacticipants/{pacticipant}/versions/{version}", "templated": true},
              "pb:latest-version": {"href": "BASE/pacticipants/{pacticipant}/latest-version", "templated": true}
            }}""");

    @Nested
    class Publishing {
        private final Publication publication = new Publication(
                "shop",
                "7f3",
                "main",
                List.of("rc"),
                null,
                false,
                List.of(new Publication.Content("orders", Body.text("{}", null))));

        @Test
        void follows_the_link_and_reports_notices_and_places() {
            broker.on("POST /contracts/publish", 200, """
                    {"notices": [{"type": "success", "text": "published"}],
                     "_links": {"pb:contracts": [{"name": "shop and orders", "href": "BASE/pacts/1"}]}}""");

            Published published = broker.client().publish(publication);

            assertThat(published.notices()).containsExactly(new Notice("success", "published"));
            assertThat(published.contracts())
                    .containsExactly(new Link(ScriptedBroker.BASE + "/pacts/1", "shop and orders", false));
            assertThat(broker.requests).containsExactly("GET /", "POST /contracts/publish");
            assertThat(broker.bodies)
                    .containsExactly(
                            "{\"pacticipantName\":\"shop\",\"pacticipantVersionNumber\":\"7f3\",\"branch\":\"main\","
                                    + "\"tags\":[\"rc\"],\"buildUrl\":null,\"contracts\":[{\"consumerName\":\"shop\","
                                    + "\"providerName\":\"orders\",\"specification\":\"pact\","
                                    + "\"contentType\":\"application/json\",\"content\":\"e30=\","
                                    + "\"onConflict\":\"overwrite\"}]}");
        }

        @Test
        void a_conflict_is_told_in_the_brokers_words() {
            broker.on("POST /contracts/publish", 409, """
                    {"notices": [{"type": "error", "text": "changed"}, {"type": "info", "text": "- 1\\n+ 2"}],
                     "errors": {"contracts": ["the contract has changed"]}}""");

            BrokerException refusal = catchThrowableOfType(
                    BrokerException.class, () -> broker.client().publish(publication));

            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal).hasMessage("""
                    CONTRACT-BROKER  could not publish the contracts: the broker answers 409, conflict
                      where  POST http://broker.example/base/contracts/publish
                      found  contracts: the contract has changed
                             - 1
                             + 2""");
        }
    }

    @Nested
    class Verifying {
        @Test
        void asks_for_the_contracts_of_a_provider_whose_name_has_a_slash() {
            broker.on("POST /pacts/provider/a%2Fb/for-verification", 200, """
                    {"_embedded": {"pacts": [{"shortDescription": "latest from main",
                      "verificationProperties": {"pending": true,
                        "notices": [{"when": "before_verification", "text": "because"}]},
                      "_links": {"self": {"href": "BASE/pacts/1", "name": "Pact between shop (1) and a/b"}}}]}}""");

            List<SelectedContract> contracts = broker.client().contractsToVerify("a/b", VerificationSelection.DEFAULT);

            assertThat(contracts)
                    .containsExactly(new SelectedContract(
                            "Pact between shop (1) and a/b",
                            "latest from main",
                            ScriptedBroker.BASE + "/pacts/1",
                            true,
                            false,
                            List.of(new Notice("before_verification", "because"))));
            assertThat(broker.bodies)
                    .containsExactly("{\"consumerVersionSelectors\":[],\"includePendingStatus\":false}");
        }

        @Test
        void a_provider_that_the_broker_does_not_know_is_a_problem() {
            assertThatThrownBy(() -> broker.client().contractsToVerify("orders", VerificationSelection.DEFAULT))
                    .hasMessage("CONTRACT-BROKER  the broker does not know the provider \"orders\"");
        }

        @Test
        void announces_the_provider_version_before_its_result() {
            broker.on("GET /pacts/1", 200, """
                    {"interactions": [{"_id": "i1"}, {}],
                     "_links": {"pb:provider": {"href": "BASE/pacticipants/orders"},
                       "pb:publish-verification-results": {"href": "BASE/results"}}}""")
                    .on("GET /pacticipants/orders", 200, """
                    {"_links": {
                       "pb:branch-version": {"href": "BASE/orders/{branch}/{version}", "templated": true},
                       "pb:version-tag": {"href": "BASE/orders/{version}/tag/{tag}", "templated": true}}}""")
                    .on("PUT /orders/feat%2Fx/1+2", 201, "{}")
                    .on("PUT /orders/1%2B2/tag/rc", 201, "{}")
                    .on("PUT /orders/feat%2Fx/1%2B2", 201, "{}")
                    .on("POST /results", 201, "{\"success\": false}");
            BrokerClient client = broker.client();
            ProviderVersion version = new ProviderVersion("1+2", "feat/x", List.of("rc"), "http://ci/1");

            FetchedContract contract = client.fetch(ScriptedBroker.BASE + "/pacts/1");
            client.announce(version, contract);
            client.publishOutcome(
                    contract,
                    version,
                    new VerificationOutcome(
                            false, JsonArray.of(JsonObject.of("interactionId", JsonString.of("i1"))), "1.0"));

            assertThat(contract.links()).containsEntry("pb:provider", ScriptedBroker.BASE + "/pacticipants/orders");
            assertThat(broker.requests)
                    .containsExactly(
                            "GET /pacts/1",
                            "GET /pacticipants/orders",
                            "PUT /orders/feat%2Fx/1%2B2",
                            "PUT /orders/1%2B2/tag/rc",
                            "POST /results");
            assertThat(broker.bodies.get(2))
                    .isEqualTo("{\"success\":false,\"providerApplicationVersion\":\"1+2\",\"buildUrl\":\"http://ci/1\","
                            + "\"verifiedBy\":{\"implementation\":\"contract\",\"version\":\"1.0\"},"
                            + "\"testResults\":[{\"interactionId\":\"i1\"}]}");
        }
    }

    @Nested
    class Asking {
        @Test
        void one_version_for_an_environment() {
            assertThat(query(version("shop", "1 0"), Target.environment("prod")))
                    .isEqualTo("q[][pacticipant]=shop&q[][version]=1%200&latestby=cvpv&environment=prod");
        }

        @Test
        void the_latest_with_a_tag_beside_the_latest_with_another() {
            Selector selector = new Selector("shop", null, true, "dev", null, false);

            assertThat(query(selector, Target.tag("prod")))
                    .isEqualTo("q[][pacticipant]=shop&q[][latest]=true&q[][tag]=dev&latestby=cvp&tag=prod&latest=true");
        }

        @Test
        void one_version_against_the_main_branches() {
            assertThat(query(version("shop", "1"), Target.MAIN_BRANCHES))
                    .isEqualTo("q[][pacticipant]=shop&q[][version]=1&latestby=cvp&mainBranch=true&latest=true");
        }

        @Test
        void one_version_without_a_target_is_held_against_the_latest_of_all_others() {
            assertThat(query(version("shop", "1"), Target.NONE))
                    .isEqualTo("q[][pacticipant]=shop&q[][version]=1&latestby=cvp&latest=true");
        }

        @Test
        void two_versions_among_themselves_without_a_third() {
            MatrixQuestion question = new MatrixQuestion(
                    List.of(version("a", "1"), version("b", "2")),
                    Target.NONE,
                    List.of(new Ignored("c", null), new Ignored("d", "4")));

            assertThat(plain(question.query()))
                    .isEqualTo("q[][pacticipant]=a&q[][version]=1&q[][pacticipant]=b&q[][version]=2&latestby=cvpv"
                            + "&ignore[][pacticipant]=c&ignore[][pacticipant]=d&ignore[][version]=4");
        }

        @Test
        void the_answer_has_a_verdict_reasons_and_rows() {
            MatrixQuestion question =
                    new MatrixQuestion(List.of(version("shop", "1")), Target.environment("prod"), List.of());
            broker.on("GET /matrix?" + question.query(), 200, """
                    {"summary": {"deployable": null, "reason": "no result", "success": 1, "unknown": 1},
                     "notices": [{"type": "error", "text": "no result"}],
                     "matrix": [
                       {"consumer": {"name": "shop", "version": {"number": "1"}}, "provider": {"name": "orders", "version": {"number": "2"}},
                        "verificationResult": {"success": true, "_links": {"self": {"href": "BASE/result/1"}}}},
                       {"consumer": {"name": "shop", "version": {"number": "1"}}, "provider": {"name": "users", "version": null},
                        "verificationResult": null, "ignored": true}]}""");

            MatrixAnswer answer = broker.client().matrix(question);

            assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(answer.unknown()).isEqualTo(1);
            assertThat(answer.ignored()).isEqualTo(-1);
            assertThat(answer.rows())
                    .containsExactly(
                            new MatrixAnswer.Row(
                                    "shop", "1", "orders", "2", true, ScriptedBroker.BASE + "/result/1", false, false),
                            new MatrixAnswer.Row("shop", "1", "users", null, null, null, false, true));
        }

        private Selector version(String pacticipant, String version) {
            return new Selector(pacticipant, version, false, null, null, false);
        }

        private String query(Selector selector, Target target) {
            return plain(new MatrixQuestion(List.of(selector), target, List.of()).query());
        }

        private String plain(String query) {
            return query.replace("%5B", "[").replace("%5D", "]");
        }
    }

    @Nested
    class LookingBack {
        private static final String PAIR = "/pacts/provider/orders/consumer/shop";

        /** The versions 1, 2 and so on with a contract of one interaction each, of a broker without links to other contracts. */
        private void published(String... descriptions) {
            StringBuilder versions = new StringBuilder();
            for (int number = descriptions.length; number > 0; number--) {
                versions.append(versions.isEmpty() ? "" : ",").append("""
                        {"_embedded": {"consumerVersion": {"number": "%1$d"}}, "_links": {"self": {"href": "BASE/pacts/%1$d"}}}
                        """.formatted(number));
                broker.on("GET /pacts/" + number, 200, """
                        {"interactions": [{"description": "%2$s"}], "createdAt": "2026-01-0%1$d", "metadata": {"library": {"version": "%1$d"}},
                         "_links": {"pb:consumer-version": {"name": "%1$d", "href": "BASE/versions/%1$d"}}}
                        """.formatted(number, descriptions[number - 1]));
            }
            broker.on("GET " + PAIR + "/versions", 200, "{\"_embedded\": {\"pacts\": [" + versions + "]}}");
        }

        private String before(int version) {
            BrokerClient client = broker.client();
            FetchedContract contract = client.fetch(ScriptedBroker.BASE + "/pacts/" + version);
            return client.previous(contract, "shop", "orders")
                    .map(FetchedContract::consumerVersion)
                    .orElse("none");
        }

        @Test
        void finds_the_last_contract_with_other_content_where_the_broker_does_not_say_which_it_is() {
            published("first", "old", "same", "same", "same");

            assertThat(before(5)).isEqualTo("2");
            assertThat(before(3)).isEqualTo("2");
        }

        @Test
        void finds_the_one_before_where_all_have_the_same_content() {
            published("same", "same", "same");

            assertThat(before(3)).isEqualTo("2");
            assertThat(before(1)).isEqualTo("none");
        }

        @Test
        void ends_after_fifty_versions_with_the_same_content() {
            String[] descriptions = new String[60];
            Arrays.fill(descriptions, "same");
            descriptions[0] = "other";
            published(descriptions);

            assertThat(before(60)).isEqualTo("59");
            assertThat(broker.requests).hasSize(52);
        }
    }

    @Nested
    class Deploying {
        private final ScriptedBroker live = broker.on("GET /environments", 200, """
                {"_embedded": {"environments": [{"uuid": "u1", "name": "production", "displayName": "Production", "production": true}]},
                 "_links": {"pb:environments": [{"name": "production", "href": "BASE/environments/u1"}]}}""")
                .on("GET /pacticipants/orders/versions/1", 200, """
                {"_links": {"pb:record-deployment": [{"name": "production", "href": "BASE/deploy/u1"}]}}""")
                .on("GET /environments/u1", 200, """
                {"_links": {"pb:currently-deployed-deployed-versions": {"href": "BASE/deployed/u1"}}}""")
                .on("GET /deployed/u1?pacticipant=orders", 200, """
                {"_embedded": {"deployedVersions": [{"applicationInstance": "eu",
                   "_embedded": {"pacticipant": {"name": "orders"}, "version": {"number": "1"}},
                   "_links": {"self": {"href": "BASE/deployed-versions/d1"}}}]}}""");

        @Test
        void records_a_deployment_by_the_link_of_its_environment() {
            live.on("POST /deploy/u1", 201, """
                    {"applicationInstance": "eu", "_embedded": {"pacticipant": {"name": "orders"}, "version": {"number": "1"}}}""");

            DeployedVersion deployed = live.client().recordDeployment("orders", "1", "production", "eu");

            assertThat(deployed.version()).isEqualTo("1");
            assertThat(live.bodies).containsExactly("{\"applicationInstance\":\"eu\",\"target\":\"eu\"}");
        }

        @Test
        void an_unknown_version_and_an_unknown_environment_are_told_apart() {
            assertThatThrownBy(() -> live.client().recordDeployment("orders", "2", "production", null))
                    .hasMessage("""
                    CONTRACT-BROKER  could not record the deployment of orders 2: the broker does not know this version
                      mend  publish its contracts or its verification results first, under exactly this version; \
                    "contract describe-version -a orders" shows the latest one it knows""");
            assertThatThrownBy(() -> live.client().recordDeployment("orders", "1", "prod", null))
                    .hasMessage("""
                    CONTRACT-BROKER  could not record the deployment of orders 1: there is no environment "prod"
                      found  environments production
                      mend   use one of these, or run "contract create-environment --name prod\"""");
        }

        @Test
        void records_that_an_instance_runs_no_more() {
            live.on("PATCH /deployed-versions/d1", 200, """
                    {"applicationInstance": "eu", "_embedded": {"pacticipant": {"name": "orders"}, "version": {"number": "1"}}}""");

            assertThat(live.client().recordUndeployment("orders", "production", "eu"))
                    .extracting(DeployedVersion::version)
                    .containsExactly("1");
            assertThat(live.bodies).containsExactly("{\"currentlyDeployed\":false}");
        }

        @Test
        void an_instance_that_does_not_run_is_told_with_those_that_do() {
            assertThatThrownBy(() -> live.client().recordUndeployment("orders", "production", null))
                    .hasMessage("""
                    CONTRACT-BROKER  could not record the undeployment of orders: it does not run in "production"
                      found  version 1 as instance "eu"
                      mend   name the instance with --application-instance, or leave it out where there is none""");
        }

        @Test
        void environments_are_listed() {
            assertThat(live.client().environments())
                    .extracting(BrokerEnvironment::name)
                    .containsExactly("production");
        }
    }

    @Nested
    class Misunderstandings {
        @Test
        void a_page_of_another_server_is_no_broker() {
            broker.on(
                    "GET /",
                    new HttpResponse(
                            200, Headers.of("Content-Type", "text/html"), Body.text("<html>", ContentType.HTML)));

            assertThatThrownBy(() -> broker.client().environments()).hasMessage("""
                    CONTRACT-BROKER  could not list the environments: this is no answer of a broker
                      where  GET http://broker.example/base/
                      found  status 200 with text/html that is no JSON object
                      mend   make sure that the address is the base URL of a broker""");
        }

        @Test
        void a_place_without_index_is_no_broker() {
            broker.on("GET /", 404, "{\"error\": \"not found\"}");

            assertThatThrownBy(() -> broker.client().environments()).hasMessage("""
                    CONTRACT-BROKER  could not list the environments: this is no answer of a broker
                      where  GET http://broker.example/base/
                      found  status 404, where a broker has its index
                      mend   make sure that the address is the base URL of a broker""");
        }

        @Test
        void a_missing_link_is_named_with_those_that_are_there() {
            broker.on("GET /", 200, "{\"_links\": {\"self\": {\"href\": \"BASE/\"}}}");

            assertThatThrownBy(() -> broker.client().environments()).hasMessage("""
                    CONTRACT-BROKER  the broker offers no link pb:environments
                      where  GET http://broker.example/base/
                      found  links self
                      mend   make sure that the address is the base URL of a broker; an old broker may need an update""");
        }

        @Test
        void a_link_with_another_host_name_is_followed_at_the_address_that_the_user_gave() {
            broker.on("GET /", 200, """
                    {"_links": {"pb:environments": {"href": "https://inside.example:9292/base/environments"}}}""").on("GET /environments", 200, "{\"_embedded\": {\"environments\": []}}");

            assertThat(broker.client().environments()).isEmpty();
        }

        @Test
        void a_link_that_leads_out_of_the_broker_is_refused() {
            broker.on("GET /", 200, """
                    {"_links": {"pb:environments": {"href": "https://other.example/environments"}}}""");

            assertThatThrownBy(() -> broker.client().environments()).hasMessage("""
                    CONTRACT-BROKER  a link of the broker leads outside of it
                      where  http://broker.example/base
                      found  https://other.example/environments
                      mend   set the broker's own base URL to the address that its users have""");
        }

        @Test
        void missing_credentials_are_told_with_the_variables_that_hold_them() {
            broker.on("GET /", 401, "{\"error\": \"authentication is needed\"}");

            assertThatThrownBy(() -> broker.client().environments()).hasMessage("""
                    CONTRACT-BROKER  could not list the environments: the broker answers 401, unauthorised
                      where  GET http://broker.example/base/
                      found  authentication is needed
                      mend   give a user name and a password (PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD), \
                    or a token (PACT_BROKER_TOKEN)""");
        }

        @Test
        void problem_documents_and_errors_with_a_reference_are_understood() {
            broker.on("GET /", 400, """
                    {"title": "Validation errors", "status": 400, "errors": [
                      {"title": "Invalid body parameter", "detail": "is missing", "pointer": "/name"}]}""");
            assertThatThrownBy(() -> broker.client().environments()).hasMessageContaining("found  /name is missing\n");

            broker.on("GET /", 500, "{\"error\": {\"message\": \"it broke\", \"reference\": \"aBc\"}}");
            assertThatThrownBy(() -> broker.client().environments()).hasMessage("""
                    CONTRACT-BROKER  could not list the environments: the broker answers 500, internal error
                      where  GET http://broker.example/base/
                      found  it broke
                             reference aBc
                      mend   try again later, or ask those who run the broker""");
        }
    }
}
