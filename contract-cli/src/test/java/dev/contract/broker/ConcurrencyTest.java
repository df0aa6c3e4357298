package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#databases")
class ConcurrencyTest {
    private static final int THREADS = 32;

    private final TestBroker broker;
    private final Client client;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    ConcurrencyTest(Setting setting) {
        this.broker = TestBroker.open(setting);
        this.client =
                new Client(broker.broker().routes()); // a client over HTTP has fewer connections than this has threads
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        broker.close();
    }

    private List<JsonObject> atOnce(IntFunction<Callable<JsonObject>> work)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Future<JsonObject>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(work.apply(i)));
        }
        List<JsonObject> answers = new ArrayList<>();
        for (Future<JsonObject> each : running) {
            answers.add(each.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }

    private static String publication(String version, String branch) {
        return Client.publication("web", version, branch, "orders", Client.pact("web", "orders", "same"));
    }

    @Test
    void new_versions_and_branches_are_published_at_once() throws Exception {
        atOnce(i -> () -> client.post("/contracts/publish", publication("v" + i, "branch-" + i % 4)));

        assertThat(Client.list(client.get("/pacticipants/web/versions"), "_embedded versions"))
                .hasSize(THREADS);
        assertThat(Client.list(client.get("/pacticipants/web/branches"), "_embedded branches"))
                .hasSize(4);
    }

    @Test
    void one_version_is_published_by_all_at_once() throws Exception {
        atOnce(i -> () -> client.post("/contracts/publish", publication("1", "main")));

        assertThat(Client.list(client.get("/pacticipants/web/versions"), "_embedded versions"))
                .hasSize(1);
        assertThat(Client.list(client.get("/pacticipants/web/branches"), "_embedded branches"))
                .hasSize(1);
        assertThat(Client.text(client.get("/pacticipants/web/branches/main/latest-version"), "number"))
                .isEqualTo("1");
        assertThat(Client.list(client.get("/pacticipants"), "_embedded pacticipants"))
                .hasSize(2);
        assertThat(Client.list(client.get("/matrix?q[][pacticipant]=web"), "matrix"))
                .hasSize(1);
    }

    @Test
    void deployments_to_one_instance_leave_exactly_one() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            client.version("web", "v" + i);
        }
        atOnce(i -> () -> client.deploy("web", "v" + i, "production", ""));

        String current = client.environmentUrl("production") + "/deployed-versions/currently-deployed";
        assertThat(Client.list(client.get(current), "_embedded deployedVersions"))
                .hasSize(1);
    }

    @Test
    void results_of_one_pair_are_all_kept_and_the_last_decides() throws Exception {
        client.publish("web", "1", "orders", "a");
        atOnce(i -> () -> client.verify("web", "1", "orders", "7", i % 2 == 0));

        List<Integer> numbers =
                Client.list(client.get("/matrix?q[][pacticipant]=web&q[][version]=1"), "matrix").stream()
                        .map(ConcurrencyTest::number)
                        .toList();
        assertThat(numbers).hasSize(THREADS).doesNotHaveDuplicates();
        JsonObject one = client.get("/matrix?q[][pacticipant]=web&q[][version]=1&latestby=cvpv");
        assertThat(number(Client.at(one, "matrix 0"))).isEqualTo(Collections.max(numbers));
    }

    private static int number(JsonValue row) {
        String link = Client.text(row, "verificationResult _links self href");
        return Integer.parseInt(link.substring(link.lastIndexOf('/') + 1));
    }
}
