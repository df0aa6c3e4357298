package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.egress.EgressRules;
import dev.contract.broker.store.Vault;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and processes that deliver from one queue, some of which die. */
class WebhookWorkersTest {
    private static final int PUBLISHERS = 32;

    @TempDir
    private Path folder;

    private static BrokerSettings settings(Path database, Clock clock) {
        EgressRules rules = EgressRules.of(List.of("http"), List.of("POST"), List.of("127.0.0.1"));
        return BrokerSettings.of(database)
                .withApi(ApiSettings.DEFAULT
                        .withBaseUrls(List.of("http://broker.test"))
                        .withClock(clock))
                .withWebhooks(DeliverySettings.DEFAULT.withRules(rules));
    }

    private static void webhook(Client client, String consumer, String url) {
        client.version(consumer, "0");
        client.post(
                "/webhooks/consumer/" + consumer,
                "{\"events\": [{\"name\": \"contract_published\"}], \"request\": {\"method\": \"POST\", \"url\": \""
                        + url + "\", \"body\": \"${pactbroker.consumerName}\"}}");
    }

    @Test
    void of_two_brokers_over_one_database_deliver_each_event_once() throws Exception {
        Path database = folder.resolve("broker.db");
        ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
        try (Receiver receiver = Receiver.answering(200, "")) {
            publishAtOnce(database, receiver, threads);

            assertThat(receiver.heard().stream().map(Receiver.Heard::body))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PUBLISHERS)
                            .mapToObj(i -> "app-" + i)
                            .toList());
            try (Broker after = Broker.open(settings(database, Clock.systemUTC()))) {
                assertThat(after.courier().untilNext()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void publishAtOnce(Path database, Receiver receiver, ExecutorService threads) throws Exception {
        try (Broker one = Broker.open(settings(database, Clock.systemUTC()));
                Broker other = Broker.open(settings(database, Clock.systemUTC()))) {
            List<Client> clients = List.of(new Client(one.routes()), new Client(other.routes()));
            for (int i = 0; i < PUBLISHERS; i++) {
                webhook(clients.get(0), "app-" + i, receiver.url());
            }
            one.startDelivering();
            other.startDelivering();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PUBLISHERS; i++) {
                int number = i;
                running.add(threads.submit(
                        () -> clients.get(number % 2).publish("app-" + number, "1", "provider-of-all", "same")));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
            for (int i = 0; i < PUBLISHERS; i++) {
                receiver.awaitOne();
            }
        }
    }

    @Test
    void what_was_stored_by_a_process_that_was_killed_is_delivered_by_the_next() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "")) {
            killWhenItHasPublished(receiver.url(), false);
            assertThat(receiver.heard()).isEmpty();

            try (Broker broker = Broker.open(settings(database(), Clock.systemUTC()))) {
                broker.startDelivering();
                assertThat(receiver.awaitOne().body()).isEqualTo("web");
            }
        }
    }

    @Test
    void what_a_process_was_sending_when_it_was_killed_is_sent_again_when_its_claim_has_ended() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering(exchange -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            Receiver.answer(exchange, 200, "");
        })) {
            Process process = publisher(receiver.url(), true);
            receiver.awaitOne();
            kill(process);
            open.countDown();

            try (Broker early = Broker.open(settings(database(), Clock.systemUTC()))) {
                assertThat(early.courier().deliverNext()).isFalse();
            }
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
            try (Broker late = Broker.open(settings(database(), later))) {
                assertThat(late.courier().deliverNext()).isTrue();
                assertThat(late.courier().deliverNext()).isFalse();
            }
            assertThat(receiver.heard()).hasSize(2);
        }
    }

    @Test
    void of_a_broker_without_the_key_say_so_and_run_the_others() throws Exception {
        Vault key = Vault.withKey("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        try (Receiver receiver = Receiver.answering(200, "")) {
            try (Broker broker =
                    Broker.open(settings(database(), Clock.systemUTC()).withVault(key))) {
                webhook(new Client(broker.routes()), "web", receiver.url());
            }
            try (Broker broker = Broker.open(settings(database(), Clock.systemUTC()))) {
                Client client = new Client(broker.routes());
                webhook(client, "app", receiver.url());
                client.publish("web", "1", "orders", "a");
                client.publish("app", "1", "orders", "a");

                assertThat(broker.courier().deliverNext()).isTrue();
                assertThat(broker.courier().deliverNext()).isTrue();
                assertThat(receiver.awaitOne().body()).isEqualTo("app");
                JsonObject status = client.get("/pacts/provider/orders/consumer/web/webhooks/status");
                assertThat(Client.text(status, "_embedded triggeredWebhooks 0 status"))
                        .isEqualTo("retrying");
                assertThat(Client.text(client.get("/dashboard/provider/orders/consumer/web"), "items 0 webhookStatus"))
                        .isEqualTo("retrying");
                String log = Client.text(status, "_embedded triggeredWebhooks 0 _links pb:logs href");
                assertThat(Client.text(client.get(log), "logs"))
                        .contains(
                                "Not sent: the request is encrypted, and this broker has not the key (CONTRACT_BROKER_SECRET_KEY).");
                String locked = Client.text(client.get("/webhooks/consumer/web"), "_links pb:webhooks 0 href");
                HttpResponse answer = client.send("GET", locked.replace("http://broker.test", ""), "");
                assertThat(answer.status()).isEqualTo(500);
                assertThat(Client.text(Client.json(answer), "error"))
                        .isEqualTo(
                                "What a webhook sends is encrypted, and this broker has not the key for it. Start it with the key"
                                        + " (CONTRACT_BROKER_SECRET_KEY), or write the webhook anew.");
            }
        }
    }

    private Path database() {
        return folder.resolve("broker.db");
    }

    private void killWhenItHasPublished(String url, boolean delivers) throws IOException, InterruptedException {
        Process process = publisher(url, delivers);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("published");
        }
        kill(process);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process publisher(String url, boolean delivers) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        database().toString(),
                        url,
                        String.valueOf(delivers))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Publishes one contract, and then lives on until it is killed. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String[] arguments) throws InterruptedException {
            Broker broker = Broker.open(settings(Path.of(arguments[0]), Clock.systemUTC()));
            Client client = new Client(broker.routes());
            webhook(client, "web", arguments[1]);
            if (Boolean.parseBoolean(arguments[2])) {
                broker.startDelivering();
            }
            client.publish("web", "1", "orders", "a");
            System.out.println("published");
            new CountDownLatch(1).await();
        }
    }
}
