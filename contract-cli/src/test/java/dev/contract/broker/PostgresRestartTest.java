package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contract.broker.store.RestartedPostgres;
import dev.contract.broker.store.TestPostgres;
import dev.contract.core.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is started anew while many publish and verify; {@code -Drestart.rounds=20} does so more often. */
class PostgresRestartTest {
    private static final int ROUNDS = Integer.getInteger("restart.rounds", 1);
    private static final int THREADS = 16;
    private static final int ENOUGH = 50;

    @TempDir
    private Path folder;

    private final Semaphore answered = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Queue<String> published = new ConcurrentLinkedQueue<>();
    private final Queue<String> verified = new ConcurrentLinkedQueue<>();
    private final Queue<HttpResponse> refused = new ConcurrentLinkedQueue<>();

    @Test
    void requests_fail_cleanly_and_then_go_on_and_nothing_that_was_answered_is_lost() throws Exception {
        assumeTrue(TestPostgres.isPossible(), "there is no PostgreSQL for tests on this kind of machine");
        try (RestartedPostgres postgres = RestartedPostgres.start(folder);
                Broker broker = Broker.open(BrokerSettings.of(postgres.address()))) {
            Client client = new Client(broker.routes());
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String prefix = thread + ".";
                running.add(threads.submit(() -> work(client, prefix)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                waitForAnswers();
                postgres.restart();
            }
            waitForAnswers();
            end.countDown();
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();

            check(client);
        }
    }

    private void waitForAnswers() throws InterruptedException {
        answered.drainPermits();
        assertThat(answered.tryAcquire(ENOUGH, 120, TimeUnit.SECONDS))
                .as("it goes on")
                .isTrue();
    }

    /** Each publishes versions and verifies them, and asks again when it is told to. */
    private void work(Client client, String prefix) {
        for (int number = 0; end.getCount() > 0; number++) {
            String version = prefix + number;
            if (isDone(client.send(
                    "POST",
                    "/contracts/publish",
                    Client.publication("web", version, "main", "orders", Client.pact("web", "orders", version))))) {
                published.add(version);
                HttpResponse pact = client.send("GET", Client.pactPath("web", version, "orders"), "");
                if (isDone(pact)) {
                    String results = Client.text(Client.json(pact), "_links pb:publish-verification-results href");
                    String result = "{\"success\": true, \"providerApplicationVersion\": \"" + prefix + "\"}";
                    if (isDone(client.send("POST", results, result))) {
                        verified.add(version);
                    }
                }
            }
        }
    }

    private boolean isDone(HttpResponse answer) {
        if (answer.status() / 100 == 2) {
            answered.release();
            return true;
        }
        refused.add(answer);
        return false;
    }

    private void check(Client client) {
        assertThat(refused).as("what a restart interrupts").isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body().text()).isEqualTo(503);
            assertThat(Client.text(Client.json(answer), "error"))
                    .isIn(
                            "The database cannot be reached. Nothing was changed; ask again in a moment.",
                            "The database went away before it said whether it kept this. It is not known whether anything was"
                                    + " changed; look, or ask again in a moment.");
            assertThat(answer.headers().first("Retry-After")).hasValue("2");
        });
        assertThat(Client.list(client.get("/pacticipants/web/versions"), "_embedded versions"))
                .extracting(each -> Client.text(each, "number"))
                .containsAll(published)
                .doesNotHaveDuplicates();
        assertThat(verified).allSatisfy(version -> assertThat(client.status(
                        "/pacts/provider/orders/consumer/web/version/" + version + "/verification-results/latest"))
                .isEqualTo(200));
    }
}
