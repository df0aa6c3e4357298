package dev.contract.broker;

import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.cli.transfer.Tally;
import dev.contract.cli.transfer.Transfer;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerTransport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What another broker knows, taken over: here the other one is ours as well. */
@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#databases")
class TransferTest {
    private static final String BASE = "http://broker.test";
    private static final List<String> DOCUMENTS = List.of(
            "/pacticipants",
            "/pacticipants/web",
            "/pacticipants/web/versions",
            "/pacticipants/web/branches",
            "/pacticipants/orders/versions",
            "/pacticipants/orders/versions/8",
            "/pacts/latest",
            "/pacts/provider/orders/consumer/web/versions",
            "/pacts/provider/orders/consumer/web/version/2",
            "/pacts/provider/orders/consumer/web/version/2/verification-results/latest",
            "/matrix?q[][pacticipant]=web&q[][pacticipant]=orders&limit=1000",
            "/matrix?q[][pacticipant]=web&q[][version]=3&environment=production",
            "/matrix?q[][pacticipant]=orders&q[][version]=8&environment=stage",
            "/environments",
            "/dashboard",
            "/labels");

    @Parameter
    private Setting setting;

    private TestBroker there;
    private TestBroker here;

    @BeforeEach
    void start() {
        there = TestBroker.open(
                setting, ApiSettings.DEFAULT.withBaseUrls(List.of(BASE)).withClock(new TickingClock()));
        here = TestBroker.open(setting);
        fill(there.client());
    }

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    private static void fill(Client client) {
        client.environment("stage");
        client.put("/pacticipants/web/versions/0", "{\"buildUrl\": \"https://ci.example/0\"}");
        client.put("/pacticipants/web/labels/front%20end", "{}");
        client.patch("/pacticipants/web", "{\"displayName\": \"Web\", \"repositoryUrl\": \"https://git.example/web\"}");
        client.publish("web", "1", "orders", "a");
        client.branch("web", "1", "main");
        client.verify("web", "1", "orders", "7", false);
        client.verify("web", "1", "orders", "7", true);
        client.publish("web", "2", "orders", "b");
        client.publish("web", "2", "users", "c");
        client.branch("web", "2", "feat/x");
        client.tag("web", "2", "rc");
        client.publish("web", "3", "orders", "a");
        client.branch("web", "3", "main");
        client.branch("web", "0", "feat/x");
        client.branch("orders", "7", "main");
        client.version("orders", "8");
        client.verify("web", "2", "orders", "8", false);
        client.tag("orders", "8", "rc");
        client.deploy("orders", "7", "production", "");
        client.deploy("orders", "8", "stage", "blue");
        client.release("web", "1", "stage");
        client.put(
                "/webhooks/0123456789abcdef",
                "{\"events\": [{\"name\": \"contract_published\"}], \"consumer\": {\"name\": \"web\"}, \"request\": {\"method\": \"POST\","
                        + " \"url\": \"https://ci.example/x\", \"password\": \"hunter22\", \"headers\": {\"X-Token\": \"s3cr3t\", \"X-A\": \"1\"}}}");
    }

    private Tally take(BrokerTransport transport, @Nullable Instant since) {
        return take(transport, here.broker().store(), since);
    }

    private static Tally take(BrokerTransport transport, Store store, @Nullable Instant since) {
        return new Transfer(new BrokerClient(transport, BASE), store, since, line -> {}).run();
    }

    private HttpResponse answer(HttpRequest request) {
        return there.broker().routes().apply(request);
    }

    private void assertSame() {
        for (String document : DOCUMENTS) {
            assertThat(comparable(here.client().get(document)))
                    .as(document)
                    .isEqualTo(comparable(there.client().get(document)));
        }
    }

    /** What changes by being kept elsewhere: when an application was changed last, and what is a matter of webhooks. */
    private static String comparable(JsonObject document) {
        return document.toJson()
                .replaceAll("\"updatedAt\":\"[^\"]*\"", "")
                .replaceAll("\"(webhookStatus|latestWebhookExecution)\":(\"[^\"]*\"|\\{[^}]*}|null)", "");
    }

    @Test
    void everything_is_the_same_afterwards_and_nothing_comes_twice() {
        assertThat(take(this::answer, null))
                .hasToString("3 applications, 6 versions, 4 branches, 2 tags, 1 environment, 4 contracts, 3 results,"
                        + " 2 deployments, 1 release, 1 webhook");

        assertSame();
        assertThat(text(here.client().get("/pacticipants/web/branches/feat%2Fx/latest-version"), "number"))
                .isEqualTo("0");
        assertThat(take(this::answer, null)).hasToString("nothing new");
        assertSame();
    }

    @Test
    void two_environments_that_had_one_name_one_after_the_other_are_not_mixed_up() {
        take(this::answer, null);
        String stage = there.client().environmentUrl("stage");
        there.client().put(stage, "{\"name\": \"staging\", \"production\": false}");
        there.client().environment("stage");
        there.client().deploy("orders", "7", "stage", "green");

        assertThatThrownBy(() -> take(this::answer, null))
                .isInstanceOf(ContractException.class)
                .hasMessageMatching("BROKER-IMPORT  an environment here has the name of another one there\n"
                        + "  found  \"stage\", which has the UUID \\S+ here, and \\S+ there\n"
                        + "  mend   rename the environment \\S+ here as it was renamed there \\(update-environment\\),"
                        + " and import again");

        here.client().put(stage, "{\"name\": \"staging\", \"production\": false}");
        assertThat(take(this::answer, null)).hasToString("1 environment, 1 deployment");
    }

    @Test
    void an_environment_that_was_renamed_is_the_same_one() {
        take(this::answer, null);
        String stage = Client.list(there.client().get("/environments"), "_embedded environments").stream()
                .filter(each -> text(each, "name").equals("stage"))
                .map(each -> text(each, "uuid"))
                .findFirst()
                .orElseThrow();
        there.client().put("/environments/" + stage, "{\"name\": \"staging\", \"production\": false}");
        there.client().deploy("orders", "7", "staging", "green");

        assertThat(take(this::answer, null)).hasToString("1 deployment");

        assertThat(text(here.client().get("/environments/" + stage), "name")).isEqualTo("stage");
        assertThat(Client.list(
                        here.client().get("/environments/" + stage + "/deployed-versions/currently-deployed"),
                        "_embedded deployedVersions"))
                .hasSize(2);
        assertThat(take(this::answer, null)).hasToString("nothing new");
    }

    @Test
    void results_come_also_where_a_document_of_the_provider_decides() {
        there.client().document("orders", "7", false, "passed");

        assertThat(take(this::answer, null))
                .hasToString("3 applications, 6 versions, 4 branches, 2 tags, 1 environment, 4 contracts, 3 results,"
                        + " 2 deployments, 1 release, 1 webhook");
    }

    @Test
    void transactions_that_have_to_be_repeated_count_once() {
        assertThat(take(this::answer, new Repeating(here.broker().store()), null))
                .hasToString("3 applications, 6 versions, 4 branches, 2 tags, 1 environment, 4 contracts, 3 results,"
                        + " 2 deployments, 1 release, 1 webhook");
    }

    /** Another writer is in the way each time, and each time once. */
    private record Repeating(Store store) implements Store {
        @Override
        public <R> R read(Function<Transaction, R> work) {
            return store.read(work);
        }

        @Override
        public <R> R write(Function<Transaction, R> work) {
            try {
                store.write(kept -> {
                    R unused = work.apply(kept);
                    throw new IllegalStateException("in the way");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("in the way");
            }
            return store.write(work);
        }
    }

    @Test
    void pending_and_work_in_progress_are_the_same() {
        Client client = there.client();
        JsonObject offered = client.post(
                "/pacts/provider/orders/for-verification",
                "{\"includePendingStatus\": true, \"includeWipPactsSince\": \"2020-01-01\", \"providerVersionBranch\": \"feat/y\","
                        + " \"consumerVersionSelectors\": [{\"mainBranch\": true}]}");
        JsonObject wip = client.get(text(offered, "_embedded pacts 1 _links self href"));
        client.post(
                text(wip, "_links pb:publish-verification-results href"),
                "{\"success\": true, \"providerApplicationVersion\": \"9\"}");
        client.branch("orders", "9", "feat/y");
        take(this::answer, null);

        for (String branch : List.of("main", "feat/y", "feat/z")) {
            String question = "{\"includePendingStatus\": true, \"includeWipPactsSince\": \"2020-01-01\","
                    + " \"providerVersionBranch\": \"" + branch + "\"}";
            assertThat(here.client()
                            .post("/pacts/provider/orders/for-verification", question)
                            .toJson())
                    .isEqualTo(client.post("/pacts/provider/orders/for-verification", question)
                            .toJson());
        }
    }

    @Test
    void a_transfer_that_broke_off_goes_on() {
        int failures = 0;
        while (breaksOffAfter(1 + 4 * failures)) {
            failures++;
        }

        assertThat(failures).isGreaterThan(4);
        assertSame();
    }

    private boolean breaksOffAfter(int most) {
        try {
            take(failingAfter(most, this::answer), null);
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
            return true;
        }
    }

    private static BrokerTransport failingAfter(int most, BrokerTransport transport) {
        int[] sent = {0};
        return request -> {
            if (sent[0]++ == most) {
                throw new IllegalStateException("on purpose");
            }
            return transport.send(request);
        };
    }

    @Test
    void what_is_new_there_comes_with_the_next() {
        take(this::answer, null);
        Client client = there.client();
        client.publish("web", "4", "orders", "d");
        client.branch("web", "4", "main");
        client.verify("web", "4", "orders", "8", true);
        client.verify("web", "1", "orders", "8", true);
        client.deploy("orders", "8", "production", "");

        assertThat(take(this::answer, null)).hasToString("1 version, 1 contract, 2 results, 1 deployment");
        assertThat(comparable(here.client().get("/matrix?q[][pacticipant]=web&q[][version]=4&environment=production")))
                .isEqualTo(
                        comparable(client.get("/matrix?q[][pacticipant]=web&q[][version]=4&environment=production")));
    }

    @Test
    void what_is_old_stays_behind_unless_it_is_live() {
        take(this::answer, Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(here.client().get("/pacticipants/web/versions").toJson()).contains("\"3\"");
        assertThat(here.client().status("/pacts/provider/orders/consumer/web/version/3"))
                .isEqualTo(404);
        assertThat(here.client().status("/pacts/provider/orders/consumer/web/version/1"))
                .isEqualTo(200);
    }

    /** Another broker has names of its own for contents. */
    private HttpResponse foreign(HttpRequest request) {
        HttpResponse answer = answer(new HttpRequest(
                request.method(),
                request.path().replace("/pact-version/foreign-", "/pact-version/"),
                request.query(),
                request.headers(),
                request.body()));
        String text = new String(answer.body().bytes(), StandardCharsets.UTF_8);
        return new HttpResponse(
                answer.status(),
                answer.headers(),
                Body.text(
                        text.replace("/pact-version/", "/pact-version/foreign-"), ContentType.of("application/json")));
    }

    private String reason(String version) {
        return text(
                here.client()
                        .get("/matrix?q[][pacticipant]=web&q[][version]=" + version
                                + "&q[][pacticipant]=orders&q[][version]=7&latestby=cvpv"),
                "summary reason");
    }

    @Test
    void contents_that_another_broker_named_keep_name_and_results_when_they_are_published_anew() {
        take(this::foreign, null);

        here.client().publish("web", "1", "orders", "a");
        here.client().publish("web", "4", "orders", "a");

        assertThat(text(
                        here.client().get("/pacts/provider/orders/consumer/web/version/4"),
                        "_links pb:publish-verification-results href"))
                .contains("/pact-version/foreign-");
        assertThat(reason("4")).isEqualTo("All required verification results are present and successful.");
        assertThat(take(this::foreign, null)).hasToString("nothing new");
    }

    @Test
    void contents_that_were_published_here_before_get_the_results_of_another_broker() {
        here.client().publish("web", "5", "orders", "a");

        take(this::foreign, null);

        assertThat(reason("5")).isEqualTo("All required verification results are present and successful.");
        assertThat(take(this::foreign, null)).hasToString("nothing new");
    }

    @Test
    void contracts_and_deployments_that_were_recorded_here_since_stay() {
        there.client().publish("web", "4", "orders", "of there");
        there.client().verify("web", "4", "orders", "8", true);
        here.client().publish("web", "4", "orders", "of here");
        here.client().version("orders", "9");
        here.client().deploy("orders", "9", "production", "");

        take(this::answer, null);

        JsonObject pact = here.client().get("/pacts/provider/orders/consumer/web/version/4");
        assertThat(pact.toJson()).contains("of here");
        assertThat(here.client().status("/pacts/provider/orders/consumer/web/version/4/verification-results/latest"))
                .isEqualTo(404);
        assertThat(deployed("production")).containsExactly("9");
        assertThat(take(this::answer, null)).hasToString("nothing new");
    }

    private List<String> deployed(String environment) {
        return here.stored(
                kept -> kept
                        .deployments()
                        .deployed(kept.environments()
                                .find(new EnvironmentName(environment))
                                .orElseThrow())
                        .stream()
                        .map(each -> each.version().number().value())
                        .toList());
    }

    @Test
    void what_ended_there_since_it_was_taken_over_ends_here() {
        take(this::answer, null);
        here.client().version("web", "9");
        here.client().deploy("web", "9", "stage", "");
        assertThat(deployed("stage")).containsExactly("8", "9");
        there.client().endSupport("web", "1", "stage");
        String deployment = there.stored(kept -> kept.deployments()
                .deployed(kept.environments().find(new EnvironmentName("stage")).orElseThrow())
                .get(0)
                .uuid());
        there.client().patch("/deployed-versions/" + deployment, "{\"currentlyDeployed\": false}");

        assertThat(take(this::answer, null)).hasToString("nothing new");
        assertThat(deployed("stage")).containsExactly("9");
        assertThat(here.client()
                        .get(here.client().environmentUrl("stage") + "/released-versions/currently-supported")
                        .toJson())
                .contains("\"releasedVersions\":[]");
    }

    @Test
    void what_no_broker_can_keep_is_a_problem() {
        assertThatThrownBy(() -> take(this::withNamelessVersions, null))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        BROKER-IMPORT  the other broker tells of something that cannot be kept here
                          found  the version number is blank
                          mend   delete or rename it there, and run the command again""");
    }

    private HttpResponse withNamelessVersions(HttpRequest request) {
        HttpResponse answer = answer(request);
        String text = new String(answer.body().bytes(), StandardCharsets.UTF_8);
        return request.path().endsWith("/versions")
                ? new HttpResponse(
                        answer.status(),
                        answer.headers(),
                        Body.text(
                                text.replace("\"number\":\"1\"", "\"number\":\" \""),
                                ContentType.of("application/json")))
                : answer;
    }

    @Test
    void webhooks_come_without_secrets_and_are_disabled() {
        take(this::answer, null);

        JsonObject webhook = here.client().get("/webhooks/0123456789abcdef");
        assertThat(Client.at(webhook, "enabled").toJson()).isEqualTo("false");
        assertThat(text(webhook, "consumer name")).isEqualTo("web");
        assertThat(Client.at(webhook, "request").toJson())
                .isEqualTo("{\"method\":\"POST\",\"url\":\"https://ci.example/x\",\"headers\":{\"X-A\":\"1\"}}");
    }
}
