package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#all")
class PactsForVerificationTest {
    private static final String PATH = "/pacts/provider/orders/for-verification";

    private final TestBroker broker;
    private final Client client;

    PactsForVerificationTest(Setting setting) {
        this.broker = TestBroker.open(
                setting,
                ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")).withClock(new TickingClock()));
        this.client = broker.client();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    /** Consumer, version and flags of each entry: {@code web@1 pending wip}. */
    private List<String> selected(String body) {
        return list(client.post(PATH, body), "_embedded pacts").stream()
                .map(PactsForVerificationTest::entry)
                .toList();
    }

    private static String entry(JsonValue pact) {
        String name = text(pact, "_links self name").replaceFirst("Pact between (.*) \\((.*)\\) and .*", "$1@$2");
        JsonObject properties = at(pact, "verificationProperties").asObject().orElseThrow();
        return Stream.of("pending", "wip")
                .filter(flag ->
                        properties.get(flag).flatMap(JsonValue::asBoolean).orElse(false))
                .reduce(name, (text, flag) -> text + " " + flag);
    }

    private static String building(String branch, String rest) {
        return "{\"providerVersionBranch\": \"" + branch + "\", \"includePendingStatus\": true" + rest + "}";
    }

    private static String withWork(String branch) {
        return building(
                branch,
                ", \"includeWipPactsSince\": \"2026-02-28\", \"consumerVersionSelectors\": [{\"mainBranch\": true}]");
    }

    /** Publishes a result of the pact that stands at a position of the answer, as a verifier does. */
    private void publishResult(String body, int position, String providerVersion, String branch, boolean success) {
        String self = text(list(client.post(PATH, body), "_embedded pacts").get(position), "_links self href");
        client.branch("orders", providerVersion, branch);
        client.post(
                text(client.get(self), "_links pb:publish-verification-results href"),
                "{\"success\": " + success + ", \"providerApplicationVersion\": \"" + providerVersion + "\"}");
    }

    @Nested
    class APendingPact {
        @Test
        void is_one_that_was_never_verified() {
            client.publish("web", "1", "orders", "a");

            assertThat(selected(building("main", ""))).containsExactly("web@1 pending");
        }

        @Test
        void stays_pending_after_a_failure() {
            client.publish("web", "1", "orders", "a");
            client.branch("orders", "2", "main");
            client.verify("web", "1", "orders", "2", false);

            assertThat(selected(building("main", ""))).containsExactly("web@1 pending");
        }

        @Test
        void is_pending_no_longer_after_one_success_on_the_branch() {
            client.publish("web", "1", "orders", "a");
            client.branch("orders", "2", "main");
            client.verify("web", "1", "orders", "2", true);
            client.branch("orders", "3", "main");
            client.verify("web", "1", "orders", "3", false);

            assertThat(selected(building("main", ""))).containsExactly("web@1");
        }

        @Test
        void is_not_pending_for_a_branch_that_was_cut_after_the_success() {
            client.publish("web", "1", "orders", "a");
            client.branch("orders", "2", "main");
            client.verify("web", "1", "orders", "2", true);

            assertThat(selected(building("feat/foo", ""))).containsExactly("web@1");
        }

        @Test
        void is_pending_for_a_branch_that_is_older_than_the_success_elsewhere() {
            client.publish("web", "1", "orders", "a");
            client.branch("orders", "1", "feat/old");
            client.branch("orders", "2", "main");
            client.verify("web", "1", "orders", "2", true);

            assertThat(selected(building("feat/old", ""))).containsExactly("web@1 pending");
        }

        @Test
        void is_pending_for_tags_when_one_of_them_has_not_passed_it() {
            client.publish("web", "1", "orders", "a");
            client.tag("orders", "19", "feat-x");
            client.tag("orders", "20", "dev");
            client.verify("web", "1", "orders", "20", true);

            assertThat(selected("{\"providerVersionTags\": [\"dev\", \"feat-x\"], \"includePendingStatus\": true}"))
                    .containsExactly("web@1 pending");
        }

        @Test
        void counts_the_results_that_came_before_the_version_joined_the_branch() {
            client.publish("web", "1", "orders", "a");
            client.verify("web", "1", "orders", "2", true);
            client.branch("orders", "2", "main");

            assertThat(selected(building("main", ""))).containsExactly("web@1");
        }

        @Test
        void is_told_only_to_those_who_ask() {
            client.publish("web", "1", "orders", "a");

            JsonObject answer = client.post(PATH, "{}");

            assertThat(at(answer, "_embedded pacts 0 verificationProperties")
                            .asObject()
                            .orElseThrow()
                            .names())
                    .containsExactly("notices");
        }

        @Test
        void says_before_and_after_what_pending_means() {
            client.publish("web", "1", "orders", "a");

            JsonObject answer = client.post(PATH, building("main", ""));

            assertThat(list(answer, "_embedded pacts 0 verificationProperties notices"))
                    .extracting(notice -> text(notice, "when"))
                    .containsExactly(
                            "before_verification",
                            "before_verification",
                            "after_verification:success_true_published_false",
                            "after_verification:success_false_published_false",
                            "after_verification:success_true_published_true",
                            "after_verification:success_false_published_true");
        }
    }

    @Nested
    class WorkInProgress {
        private void twoBranches() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "main");
            client.publish("web", "2", "orders", "b");
            client.branch("web", "2", "feat-x");
        }

        @Test
        void is_the_head_of_a_branch_that_nobody_asked_for() {
            twoBranches();

            assertThat(selected(withWork("main"))).containsExactly("web@1 pending", "web@2 pending wip");
        }

        @Test
        void stays_so_after_a_success_as_work_in_progress() {
            twoBranches();
            publishResult(withWork("main"), 1, "10", "main", true);

            assertThat(selected(withWork("main"))).containsExactly("web@1 pending", "web@2 pending wip");
        }

        @Test
        void stays_so_on_one_branch_when_it_passed_on_another() {
            twoBranches();
            publishResult(withWork("feat-1"), 1, "10", "feat-1", true);

            assertThat(selected(withWork("feat-2"))).contains("web@2 pending wip");
        }

        @Test
        void stays_so_on_main_when_it_passed_by_name_on_a_feature_branch_later() {
            twoBranches();
            client.branch("orders", "9", "main");
            client.verify("web", "2", "orders", "9", false);
            client.branch("orders", "10", "feat-x");
            client.verify("web", "2", "orders", "10", true);

            assertThat(selected(withWork("main"))).contains("web@2 pending wip");
        }

        @Test
        void is_none_for_a_new_branch_when_it_passed_before() {
            twoBranches();
            client.branch("orders", "20", "dev");
            client.verify("web", "2", "orders", "20", true);

            assertThat(selected(withWork("feat-new"))).containsExactly("web@1 pending");
        }

        @Test
        void needs_a_branch_or_tags() {
            twoBranches();

            assertThat(
                            selected(
                                    "{\"includeWipPactsSince\": \"2026-02-28\", \"consumerVersionSelectors\": [{\"mainBranch\": true}]}"))
                    .containsExactly("web@1");
        }

        @Test
        void begins_at_the_time_asked_for() {
            twoBranches();

            assertThat(selected(withWork("main").replace("2026-02-28", "2026-03-02")))
                    .containsExactly("web@1 pending");
        }
    }

    @Nested
    class Selectors {
        private List<String> select(String selectors) {
            return selected("{\"consumerVersionSelectors\": [" + selectors + "]}");
        }

        @Test
        void default_to_the_head_of_the_main_branch() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "main");
            client.publish("web", "2", "orders", "b");

            assertThat(select("")).containsExactly("web@1");
        }

        @Test
        void default_to_what_is_live_as_well() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");
            client.deploy("web", "1", "production", "");

            assertThat(select("")).containsExactly("web@1", "web@2");
        }

        @Test
        void choose_nothing_when_the_head_of_the_branch_has_no_pact() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "main");
            client.branch("web", "2", "main");

            assertThat(select("{\"mainBranch\": true}, {\"branch\": \"main\"}")).isEmpty();
        }

        @Test
        void fall_back_to_another_branch_for_each_consumer_on_its_own() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "feat/x");
            client.publish("kiosk", "1", "orders", "b");
            client.branch("kiosk", "1", "main");

            assertThat(select("{\"branch\": \"feat/x\", \"fallbackBranch\": \"main\"}"))
                    .containsExactly("kiosk@1", "web@1");
        }

        @Test
        void name_the_tag_they_fell_back_to() {
            client.publish("web", "1", "orders", "a");
            client.tag("web", "1", "master");

            JsonObject answer = client.post(
                    PATH,
                    "{\"consumerVersionSelectors\": [{\"tag\": \"no-such\", \"latest\": true, \"fallbackTag\": \"master\"}]}");

            assertThat(text(answer, "_embedded pacts 0 shortDescription"))
                    .isEqualTo("latest with tag master (fallback, for there is none with no-such)");
        }

        @Test
        void match_the_branch_of_the_provider() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "feat/x");

            assertThat(
                            selected(
                                    "{\"providerVersionBranch\": \"feat/x\", \"consumerVersionSelectors\": [{\"matchingBranch\": true}]}"))
                    .containsExactly("web@1");
        }

        @Test
        void choose_every_version_with_a_tag_or_the_newest_one() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");
            client.tag("web", "1", "rc");
            client.tag("web", "2", "rc");

            assertThat(select("{\"tag\": \"rc\"}")).containsExactly("web@1", "web@2");
            assertThat(select("{\"tag\": \"rc\", \"latest\": true}")).containsExactly("web@2");
        }

        @Test
        void choose_what_is_deployed_or_released_in_an_environment() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");
            client.publish("web", "3", "orders", "c");
            client.deploy("web", "1", "test", "");
            client.release("web", "2", "production");

            assertThat(select("{\"deployed\": true}")).containsExactly("web@1");
            assertThat(select("{\"released\": true, \"environment\": \"production\"}"))
                    .containsExactly("web@2");
            assertThat(select("{\"environment\": \"test\"}")).containsExactly("web@1");
            assertThat(select("{\"deployedOrReleased\": true}")).containsExactly("web@1", "web@2");
        }

        @Test
        void keep_to_one_consumer() {
            client.publish("web", "1", "orders", "a");
            client.publish("kiosk", "1", "orders", "a");

            assertThat(select("{\"latest\": true, \"consumer\": \"kiosk\"}")).containsExactly("kiosk@1");
        }

        @Test
        void give_one_entry_for_each_consumer_even_when_contents_are_equal() {
            client.publish("web", "1", "orders", "same");
            client.publish("kiosk", "1", "orders", "same");

            assertThat(select("")).containsExactly("kiosk@1", "web@1");
        }

        @Test
        void give_one_entry_for_equal_contents_of_a_consumer_with_all_reasons() {
            client.publish("web", "1", "orders", "same");
            client.deploy("web", "1", "test", "");
            client.publish("web", "2", "orders", "same");

            JsonObject answer =
                    client.post(PATH, "{\"consumerVersionSelectors\": [{\"latest\": true}, {\"deployed\": true}]}");

            assertThat(list(answer, "_embedded pacts")).hasSize(1);
            assertThat(text(answer, "_embedded pacts 0 shortDescription")).isEqualTo("latest, deployed to test");
            assertThat(text(answer, "_embedded pacts 0 _links self name")).isEqualTo("Pact between web (2) and orders");
        }

        @Test
        void that_contradict_themselves_are_refused_together() {
            client.publish("web", "1", "orders", "a");

            HttpResponse response = client.send("POST", PATH, """
                    {"consumerVersionSelectors": [{"branch": "a", "tag": "b"}, {"fallbackTag": "b"}, {},
                      {"environment": "nowhere"}, {"matchingBranch": true}]}
                    """);

            assertThat(response.status()).isEqualTo(400);
            assertThat(list(Client.json(response), "errors consumerVersionSelectors"))
                    .extracting(text -> text.asString().orElseThrow())
                    .containsExactly(
                            "branch and tag exclude each other (at index 0)",
                            "fallbackTag needs tag and latest (true) (at index 1)",
                            "must have one of mainBranch, branch, matchingBranch, tag, latest (true), deployed, released,"
                                    + " deployedOrReleased and environment (at index 2)",
                            "environment \"nowhere\" does not exist (at index 3)",
                            "matchingBranch needs providerVersionBranch (at index 4)");
        }
    }

    @Nested
    class TheAddress {
        @Test
        void answers_a_get_with_a_link_to_itself() {
            client.publish("web", "1", "orders", "a");

            JsonObject answer = client.get(PATH);

            assertThat(text(answer, "_links self href")).isEqualTo("http://broker.test" + PATH);
            assertThat(list(answer, "_embedded pacts")).isEmpty();
        }

        @Test
        void answers_an_old_get_with_selectors() {
            client.publish("web", "1", "orders", "a");
            client.tag("web", "1", "rc");

            JsonObject answer = client.get(
                    PATH
                            + "?consumer_version_selectors[][tag]=rc&consumer_version_selectors[][latest]=true&include_pending_status=true");

            assertThat(list(answer, "_embedded pacts").stream().map(PactsForVerificationTest::entry))
                    .containsExactly("web@1 pending");
        }

        @Test
        void is_unknown_for_an_unknown_provider() {
            assertThat(client.status("/pacts/provider/nobody/for-verification")).isEqualTo(404);
        }

        @Test
        void takes_a_blank_branch_for_none() {
            client.publish("web", "1", "orders", "a");

            assertThat(selected("{\"providerVersionBranch\": \"\", \"includePendingStatus\": false}"))
                    .containsExactly("web@1");
        }
    }
}
