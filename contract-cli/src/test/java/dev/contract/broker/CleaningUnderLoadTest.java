package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old versions are removed while others publish, verify with old and new versions, and publish contents again that are about to go.
 * {@code -Dcleaning.versions=2000} does so with more.
 */
class CleaningUnderLoadTest {
    private static final int OLD = Integer.getInteger("cleaning.versions", 40);
    private static final int THREADS = 8;
    private static final int EACH = Math.max(5, OLD / THREADS);

    private final MovedClock calendar = new MovedClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Queue<HttpResponse> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> published = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @MethodSource("dev.contract.broker.Setting#databases")
    void nothing_new_is_lost_and_nobody_is_refused(Setting setting) throws Exception {
        try (TestBroker broker = TestBroker.open(setting, ApiSettings.DEFAULT.withClock(calendar))) {
            Client client = new Client(broker.broker().routes());
            for (int i = 0; i < OLD; i++) {
                publish(client, "old-" + i, i);
                client.verify("web", "old-" + i, "orders", "o-" + i, true);
            }
            calendar.pass(100 * 86_400L);

            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String prefix = "new-" + thread + ".";
                running.add(threads.submit(() -> work(client, prefix)));
            }
            int cleanings = 0;
            while (running.stream().anyMatch(each -> !each.isDone()) || cleanings == 0) {
                assertThat(client.send("POST", "/admin/clean", "{\"limit\": 10}")
                                .status())
                        .isEqualTo(200);
                cleanings++;
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
            client.post("/admin/clean", "");

            assertThat(refused)
                    .extracting(each -> each.status() + " " + each.body().text())
                    .isEmpty();
            assertThat(versions(client)).containsExactlyInAnyOrderElementsOf(published);
            assertThat(published)
                    .allSatisfy(version -> assertThat(client.status(Client.pactPath("web", version, "orders")))
                            .as(version)
                            .isEqualTo(200));
        }
    }

    private void work(Client client, String prefix) {
        for (int i = 0; i < EACH; i++) {
            String version = prefix + i;
            if (publish(client, version, i)) {
                published.add(version);
                verify(client, version, "o-" + i); // which is being removed, perhaps
                verify(client, version, version);
            }
        }
    }

    /** One of the old contents. */
    private boolean publish(Client client, String version, int content) {
        return isDone(client.send(
                "POST",
                "/contracts/publish",
                Client.publication(
                        "web", version, "main", "orders", Client.pact("web", "orders", "content " + content % OLD))));
    }

    private void verify(Client client, String version, String providerVersion) {
        HttpResponse pact = client.send("GET", Client.pactPath("web", version, "orders"), "");
        if (isDone(pact)) {
            String results = Client.text(Client.json(pact), "_links pb:publish-verification-results href");
            isDone(client.send(
                    "POST",
                    results,
                    "{\"success\": true, \"providerApplicationVersion\": \"" + providerVersion + "\"}"));
        }
    }

    private boolean isDone(HttpResponse answer) {
        if (answer.status() / 100 != 2) {
            refused.add(answer);
        }
        return answer.status() / 100 == 2;
    }

    private static List<String> versions(Client client) {
        return Client.list(client.get("/pacticipants/web/versions"), "_embedded versions").stream()
                .map(each -> Client.text(each, "number"))
                .toList();
    }
}
