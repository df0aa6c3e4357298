package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.retention.Cleaning;
import dev.contract.broker.domain.retention.CleaningReport;
import dev.contract.broker.domain.retention.CronSchedule;
import dev.contract.broker.domain.retention.KeepSelector;
import dev.contract.broker.domain.retention.KeepSelectors;
import dev.contract.broker.domain.retention.Retention;
import dev.contract.broker.domain.retention.Upkeep;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#databases")
class CleaningTest {
    private static final String HEADS = "{\"keepVersionSelectors\": [{\"branch\": true, \"latest\": true}]}";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final TestBroker broker;
    private final Client client;

    CleaningTest(Setting setting) {
        this.broker = TestBroker.open(
                setting,
                ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")).withClock(clock));
        this.client = broker.client();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private void publishFive() {
        for (int i = 1; i <= 5; i++) {
            client.post(
                    "/contracts/publish",
                    Client.publication("web", "" + i, "main", "orders", Client.pact("web", "orders", "content " + i)));
            client.verify("web", "" + i, "orders", "o" + i, true);
        }
    }

    @Test
    void what_the_operator_keeps_stays_when_nobody_says_more() {
        Retention year = new Retention(
                KeepSelectors.of(
                        JsonReader.read("[{\"max_age\": 365}]").asArray().orElseThrow()),
                Cleaning.Settings.DEFAULT.withLimit(2).withBranchAge(Duration.ofDays(365)));
        try (TestBroker kept =
                TestBroker.open(ApiSettings.DEFAULT.withClock(clock).withRetention(year))) {
            for (int i = 1; i <= 3; i++) {
                kept.client().publish("web", "" + i, "orders", "content " + i);
                kept.client().branch("web", "" + i, "feat-" + i);
            }

            clock.pass(Duration.ofDays(200));
            JsonObject young = kept.client().post("/admin/clean", "{}");
            assertThat(Client.at(young, "versions removed").toJson()).isEqualTo("0");
            assertThat(Client.at(young, "removedBranches").toJson()).isEqualTo("0");

            clock.pass(Duration.ofDays(200));
            JsonObject old = kept.client().post("/admin/clean", "{}");
            assertThat(Client.at(old, "versions removed").toJson()).isEqualTo("2");
            assertThat(Client.at(old, "removedBranches").toJson()).isEqualTo("3");
        }
    }

    private List<String> versions(String application) {
        return Client.list(client.get("/pacticipants/" + application + "/versions"), "_embedded versions").stream()
                .map(each -> Client.text(each, "number"))
                .toList();
    }

    private static String counts(JsonObject report) {
        return Client.at(report, "versions").toJson();
    }

    @Test
    void removes_what_no_selector_keeps_and_nothing_that_is_live() {
        publishFive();
        client.deploy("web", "2", "production", "");
        client.release("orders", "o3", "production");

        JsonObject report = client.post("/admin/clean", HEADS);

        assertThat(versions("web")).containsExactly("5", "2");
        assertThat(versions("orders")).containsExactly("o3");
        assertThat(counts(report)).isEqualTo("{\"removed\":7,\"kept\":3}");
        assertThat(Client.at(report, "removedContracts").toJson()).isEqualTo("2");
        assertThat(Client.text(client.get("/pacticipants/web/branches/main/latest-version"), "number"))
                .isEqualTo("5");
        assertThat(Client.list(client.get("/matrix?q[][pacticipant]=web&q[][version]=2"), "matrix"))
                .hasSize(1);
    }

    @Test
    void only_tells_what_it_would_do_when_that_is_asked() {
        publishFive();

        JsonObject report = client.post("/admin/clean?dryRun=true", HEADS);

        assertThat(report.toJson())
                .isEqualTo(
                        "{\"dryRun\":true,\"versions\":{\"removed\":9,\"kept\":1},\"removedContracts\":0,"
                                + "\"removedOverwrittenResults\":0,\"removedBranches\":0,\"removedTriggeredWebhooks\":0,\"pacticipants\":["
                                + "{\"name\":\"orders\",\"versions\":{\"removed\":5,\"kept\":0},\"first\":\"o1\",\"last\":\"o5\"},"
                                + "{\"name\":\"web\",\"versions\":{\"removed\":4,\"kept\":1},\"first\":\"1\",\"last\":\"4\"}]}");
        assertThat(versions("web")).hasSize(5);
    }

    @Test
    void removes_the_oldest_first_and_no_more_than_it_may() {
        publishFive();

        client.post(
                "/admin/clean",
                "{\"limit\": 3, \"keepVersionSelectors\": [{\"pacticipant\": \"orders\"}, {\"latest\": true}]}");

        assertThat(versions("web")).containsExactly("5", "4");
        assertThat(versions("orders")).hasSize(5);
    }

    @Test
    void keeps_three_months_unless_something_else_is_said() {
        publishFive();
        clock.pass(89 * 86_400);
        assertThat(counts(client.post("/admin/clean", ""))).isEqualTo("{\"removed\":0,\"kept\":10}");
        clock.pass(2 * 86_400);
        assertThat(counts(client.post("/admin/clean", ""))).isEqualTo("{\"removed\":8,\"kept\":2}");
        assertThat(versions("web")).containsExactly("5");
    }

    @Test
    void forgets_old_results_that_newer_ones_stand_for_but_never_a_first_success() {
        client.publish("web", "1", "orders", "a");
        for (boolean success : new boolean[] {false, true, true, false}) {
            client.verify("web", "1", "orders", "7", success);
        }
        clock.pass(91 * 86_400);

        JsonObject report = client.post("/admin/clean", "{\"keepVersionSelectors\": [{\"max_age\": 1000}]}");

        assertThat(Client.at(report, "removedOverwrittenResults").toJson()).isEqualTo("2");
        assertThat(Client.list(client.get("/matrix?q[][pacticipant]=web&q[][version]=1"), "matrix"))
                .extracting(row -> Client.at(row, "verificationResult success").toJson())
                .containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void forgets_branches_that_nobody_used_for_long_but_the_main_one_and_live_ones() {
        publishFive();
        client.branch("web", "1", "feat/old");
        client.branch("web", "2", "release/1");
        client.deploy("web", "2", "production", "");
        clock.pass(60 * 86_400);
        client.branch("web", "3", "feat/young");
        clock.pass(31 * 86_400);

        assertThat(Client.at(client.post("/admin/clean?dryRun=true", ""), "removedBranches")
                        .toJson())
                .isEqualTo("1");
        assertThat(Client.at(client.post("/admin/clean", ""), "removedBranches").toJson())
                .isEqualTo("1");

        assertThat(Client.list(client.get("/pacticipants/web/branches"), "_embedded branches"))
                .extracting(each -> Client.text(each, "name"))
                .containsExactlyInAnyOrder("main", "release/1", "feat/young");
    }

    @Test
    void never_forgets_a_branch_that_is_to_be_kept() {
        publishFive();
        client.branch("web", "1", "feat/old");
        client.branch("web", "2", "release/1");
        clock.pass(91 * 86_400);
        Cleaning.Settings settings = Cleaning.Settings.DEFAULT.withKeptBranches(Set.of(new BranchName("release/1")));

        CleaningReport report = new Cleaning(broker.broker().store(), KeepSelector.DEFAULT, settings, clock).run();

        assertThat(report.branches()).isEqualTo(1);
        assertThat(Client.list(client.get("/pacticipants/web/branches"), "_embedded branches"))
                .extracting(each -> Client.text(each, "name"))
                .containsExactlyInAnyOrder("main", "release/1");
    }

    @Test
    void forgets_runs_of_webhooks_that_are_over_for_long_but_the_newest() {
        client.put(
                "/webhooks/0123456789abcdef",
                "{\"events\": [{\"name\": \"contract_published\"}], \"request\": {\"method\": \"POST\", \"url\": \"https://ci.example/x\"}}");
        publishFive();
        client.put(
                "/webhooks/0123456789abcdef",
                "{\"enabled\": false, \"request\": {\"method\": \"POST\", \"url\": \"https://ci.example/x\"}}");
        while (broker.broker().courier().deliverNext()) {
            // the next one, which is not sent either
        }
        clock.pass(91 * 86_400);

        JsonObject report = client.post("/admin/clean", "{\"keepVersionSelectors\": [{\"max_age\": 1000}]}");

        assertThat(Client.at(report, "removedTriggeredWebhooks").toJson()).isEqualTo("4");
        assertThat(Client.at(client.get("/metrics"), "triggeredWebhooks count").toJson())
                .isEqualTo("1");
    }

    @Test
    void comes_once_in_each_period_whoever_is_first_and_is_made_up_for_when_it_was_missed() {
        publishFive();
        Upkeep.Plan plan = new Upkeep.Plan(
                CronSchedule.parse("15 2 * * *", ZoneOffset.UTC),
                latest(),
                Cleaning.Settings.DEFAULT.withLimit(2),
                false);
        Upkeep one = new Upkeep(broker.broker().store(), plan, clock);
        Upkeep other = new Upkeep(broker.broker().store(), plan, clock);

        assertThat(one.runIfDue()).map(CleaningReport::removed).hasValue(2L);
        assertThat(other.runIfDue()).isEmpty();
        assertThat(one.next()).isEqualTo("2026-01-01T02:15:00Z");
        clock.pass(3 * 86_400);
        assertThat(other.runIfDue()).map(CleaningReport::removed).hasValue(2L);
        assertThat(one.runIfDue()).isEmpty();
    }

    @Test
    void comes_again_in_the_same_period_when_it_failed() {
        publishFive();
        Upkeep.Plan plan = new Upkeep.Plan(
                CronSchedule.parse("15 2 * * *", ZoneOffset.UTC), List.of(), Cleaning.Settings.DEFAULT, false);
        Slow failing = new Slow(broker.broker().store(), () -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(() -> new Upkeep(failing, plan, clock).runIfDue()).hasMessage("on purpose");

        assertThat(new Upkeep(broker.broker().store(), plan, clock).runIfDue()).isPresent();
    }

    @Test
    void lets_no_other_begin_however_long_it_takes() {
        publishFive();
        List<Integer> others = new ArrayList<>();
        Slow slow = new Slow(broker.broker().store(), () -> {
            if (others.size() < 2) {
                clock.pass(540);
                others.add(client.send("POST", "/admin/clean", "").status());
            }
        });

        new Cleaning(slow, latest(), Cleaning.Settings.DEFAULT, clock).run();

        assertThat(others).containsExactly(409, 409);
    }

    private static List<KeepSelector> latest() {
        return KeepSelectors.of(
                JsonReader.read("[{\"latest\": true}]").asArray().orElseThrow());
    }

    /** Something happens before each look at what is to go. */
    private record Slow(Store store, Runnable before) implements Store {
        @Override
        public <R> R read(Function<Transaction, R> work) {
            before.run();
            return store.read(work);
        }

        @Override
        public <R> R write(Function<Transaction, R> work) {
            return store.write(work);
        }
    }

    /** Something happens once it is known which branches are to go. */
    private record Between(Store store, Runnable meanwhile) implements Store {
        @Override
        public <R> R read(Function<Transaction, R> work) {
            R found = store.read(work);
            if (found instanceof List<?> list && list.stream().anyMatch(Branch.class::isInstance)) {
                meanwhile.run();
            }
            return found;
        }

        @Override
        public <R> R write(Function<Transaction, R> work) {
            return store.write(work);
        }
    }

    @Test
    void keeps_a_branch_whose_head_was_deployed_while_it_looked() {
        publishFive();
        client.branch("web", "1", "feat/old");
        clock.pass(200 * 86_400);
        Between store = new Between(broker.broker().store(), () -> client.deploy("web", "1", "production", ""));
        KeepSelector always = KeepSelectors.of(
                        JsonReader.read("[{\"branch\": true}]").asArray().orElseThrow())
                .get(0);

        CleaningReport report = new Cleaning(store, List.of(always), Cleaning.Settings.DEFAULT, clock).run();

        assertThat(report.branches()).isZero();
        assertThat(Client.list(client.get("/pacticipants/web/branches"), "_embedded branches"))
                .extracting(each -> Client.text(each, "name"))
                .contains("feat/old");
    }

    @Test
    void refuses_selectors_that_cannot_be_meant() {
        HttpResponse answer = client.send(
                "POST", "/admin/clean", "{\"keepVersionSelectors\": [{\"latest\": true}, {\"newest\": true}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().text())
                .isEqualTo("{\"errors\":{\"keepVersionSelectors\":[\"has the unknown key newest (at index 1)\"]}}");
        assertThat(client.send("POST", "/admin/clean", "{\"keepVersionSelectors\": [{}]}")
                        .body()
                        .text())
                .contains("a selector that says nothing would keep everything (at index 0)");
    }

    @Test
    void waits_for_nobody_who_cleans_already() {
        broker.broker().store().write(kept -> kept.cleanings()
                .take("cleaning", "somebody", clock.instant(), clock.instant().plusSeconds(60)));

        assertThat(client.send("POST", "/admin/clean", "").status()).isEqualTo(409);
        clock.pass(61);
        assertThat(client.send("POST", "/admin/clean", "").status()).isEqualTo(200);
    }
}
