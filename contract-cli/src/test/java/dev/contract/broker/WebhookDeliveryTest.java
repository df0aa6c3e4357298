package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.delivery.Courier;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.Deliveries;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.domain.webhook.RetrySchedule;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.egress.EgressRules;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is sent when, again and again if it must, and what is noted of it. The clock is moved by hand. */
class WebhookDeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MovedClock clock = new MovedClock(NOON);
    private final TestBroker broker = TestBroker.open(settings(), webhooks(List.of("127.0.0.1"), Set.of()));
    private final Client client = broker.client();

    @AfterEach
    void close() {
        broker.close();
    }

    private ApiSettings settings() {
        return ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")).withClock(clock);
    }

    private static DeliverySettings webhooks(List<String> hosts, Set<Integer> successes) {
        return new DeliverySettings(
                EgressRules.of(List.of("http", "https"), List.of("POST", "PUT"), hosts),
                RetrySchedule.DEFAULT,
                successes);
    }

    private JsonObject webhook(String url, String more) {
        return client.post(
                "/webhooks",
                "{\"description\": \"tell\", \"events\": [{\"name\": \"contract_published\"}],"
                        + " \"request\": {\"method\": \"POST\", \"url\": \"" + url + "\"" + more + "}}");
    }

    private boolean deliver() {
        return broker.broker().courier().deliverNext();
    }

    private JsonObject status() {
        return client.get("/pacts/provider/orders/consumer/web/webhooks/status");
    }

    private String log() {
        String url = text(status(), "_embedded triggeredWebhooks 0 _links pb:logs href");
        HttpResponse log =
                broker.broker().routes().apply(HttpRequest.of("GET", url.substring("http://broker.test".length())));
        assertThat(log.headers().first("Content-Type")).hasValue("text/plain;charset=utf-8");
        return log.body().text();
    }

    @Nested
    class ARequest {
        @Test
        void has_its_parameters_in_place() {
            try (Receiver receiver = Receiver.answering(200, "thanks")) {
                webhook(
                        receiver.url() + "/${pactbroker.consumerName}?v=${pactbroker.consumerVersionNumber}",
                        ", \"username\": \"u\", \"password\": \"hunter22\", \"headers\": {\"X-Name\": \"${pactbroker.consumerName}\"},"
                                + " \"body\": {\"of\": \"${pactbroker.consumerName}\", \"no\": \"${pactbroker.unknown}\"}");
                client.publish("we b/ü", "1 2", "orders", "a");

                assertThat(deliver()).isTrue();
                assertThat(deliver()).isFalse();
                Receiver.Heard heard = receiver.heard().get(0);
                assertThat(heard.path()).isEqualTo("/we%20b%2F%C3%BC?v=1%202");
                assertThat(heard.body()).isEqualTo("{\"of\":\"we b/ü\",\"no\":\"${pactbroker.unknown}\"}");
                assertThat(heard.headers().getFirst("Authorization")).isEqualTo("Basic dTpodW50ZXIyMg==");
                assertThat(heard.headers().getFirst("Content-Type")).isEqualTo("application/json");
                assertThat(receiver.heard()).hasSize(1);
            }
        }

        @Test
        void is_noted_with_its_answer_and_without_its_secrets() {
            try (Receiver receiver = Receiver.answering(200, "you said s3cr3t-token")) {
                webhook(
                        receiver.url() + "/x",
                        ", \"headers\": {\"Authorization\": \"Bearer s3cr3t-token\"}, \"body\": \"it is s3cr3t-token\"");
                client.publish("web", "1", "orders", "a");
                deliver();

                assertThat(receiver.heard().get(0).headers().getFirst("Authorization"))
                        .isEqualTo("Bearer s3cr3t-token");
                assertThat(log().replaceAll("(?m)^< Date.*\n", "")).isEqualTo("""
                        tell
                        Triggered by contract_published at 2026-03-01T12:00:00+00:00.

                        Attempt 1 at 2026-03-01T12:00:00+00:00
                        > POST %s/**********
                        > Authorization: **********

                        it is **********

                        < 200
                        < Content-length: 21

                        you said **********
                        Delivered.
                        """.formatted(receiver.url()));
            }
        }

        /** For receivers such as Slack's the path of the URL is all that they ask for. */
        @Test
        void is_noted_without_what_its_receiver_knows_the_broker_by() {
            try (Receiver receiver = Receiver.answering(new Echo())) {
                webhook(
                        receiver.url().replace("http:", "HTTP:") + "/services/T0/B1?of=${pactbroker.consumerName}",
                        ", \"username\": \"${pactbroker.consumerName}\", \"password\": \"hunter22\"");
                client.publish("web", "1", "orders", "a");
                deliver();

                assertThat(receiver.heard().get(0).path()).isEqualTo("/services/T0/B1?of=web");
                assertThat(log().lines().filter(line -> !line.startsWith("< ") && !line.isEmpty()))
                        .containsSubsequence(
                                "> POST " + receiver.url().replace("http:", "HTTP:") + "/**********",
                                "**********",
                                "Basic **********");
                assertThat(log()).doesNotContain("services", "d2ViOmh1bnRlcjIy");
            }
        }

        private static final class Echo implements HttpHandler {
            @Override
            public void handle(HttpExchange exchange) throws IOException {
                Receiver.answer(
                        exchange,
                        200,
                        exchange.getRequestURI() + "\n"
                                + exchange.getRequestHeaders().getFirst("Authorization"));
            }
        }
    }

    @Nested
    class AFailure {
        @Test
        void is_tried_again_six_times_later_and_later() {
            try (Receiver receiver = Receiver.answering(500, "")) {
                webhook(receiver.url(), "");
                client.publish("web", "1", "orders", "a");

                for (int pause : new int[] {0, 10, 60, 120, 300, 600, 1200}) {
                    clock.pass(Math.max(0, pause - 1));
                    assertThat(pause > 0 && deliver()).isFalse();
                    clock.pass(pause == 0 ? 0 : 1);
                    assertThat(deliver()).isTrue();
                }
                clock.pass(10_000);
                assertThat(deliver()).isFalse();
                assertThat(receiver.heard()).hasSize(7);
                assertThat(at(status(), "summary").toJson())
                        .isEqualTo("{\"successful\":0,\"failed\":1,\"retrying\":0,\"notRun\":0}");
                assertThat(log())
                        .contains("Tried again at 2026-03-01T12:00:10Z.")
                        .endsWith("Not delivered, and not tried again.\n");
            }
        }

        @Test
        void ends_with_the_first_success() {
            int[] statuses = {500, 404, 201};
            try (Receiver receiver = Receiver.answering(new StatusesInTurn(statuses))) {
                webhook(receiver.url(), "");
                client.publish("web", "1", "orders", "a");
                deliver();
                assertThat(at(status(), "_embedded triggeredWebhooks 0 attemptsRemaining")
                                .toJson())
                        .isEqualTo("6");
                clock.pass(10);
                deliver();
                clock.pass(60);
                deliver();

                assertThat(text(status(), "_embedded triggeredWebhooks 0 status"))
                        .isEqualTo("success");
                assertThat(at(status(), "_embedded triggeredWebhooks 0 attemptsMade")
                                .toJson())
                        .isEqualTo("3");
                assertThat(at(status(), "_embedded triggeredWebhooks 0 attemptsRemaining")
                                .toJson())
                        .isEqualTo("0");
                assertThat(broker.broker().courier().untilNext()).isEmpty();
            }
        }

        @Test
        void of_a_webhook_that_was_corrected_is_tried_with_the_new_request() {
            try (Receiver wrong = Receiver.answering(404, "");
                    Receiver right = Receiver.answering(204, "")) {
                JsonObject webhook = webhook(wrong.url(), "");
                client.publish("web", "1", "orders", "a");
                deliver();
                client.put(
                        text(webhook, "_links self href"),
                        "{\"request\": {\"method\": \"POST\", \"url\": \"" + right.url() + "\"}}");
                clock.pass(10);
                deliver();

                assertThat(right.heard()).hasSize(1);
            }
        }

        @Test
        void of_a_webhook_that_is_gone_is_over() {
            try (Receiver receiver = Receiver.answering(404, "")) {
                JsonObject webhook = webhook(receiver.url(), "");
                client.publish("web", "1", "orders", "a");
                client.send("DELETE", text(webhook, "_links self href"), "");

                assertThat(deliver()).isTrue();
                assertThat(deliver()).isFalse();
                assertThat(receiver.heard()).isEmpty();
                assertThat(log()).contains("Not sent: the webhook was deleted or disabled before it could be.");
            }
        }

        @Test
        void that_the_rules_foresee_is_not_tried_again() {
            try (Receiver receiver = Receiver.answering(new Redirect("http://10.0.0.1/elsewhere"))) {
                webhook(receiver.url(), "");
                client.publish("web", "1", "orders", "a");
                deliver();

                assertThat(text(status(), "_embedded triggeredWebhooks 0 status"))
                        .isEqualTo("failure");
                assertThat(log())
                        .contains(
                                "Refused: redirected to http://10.0.0.1/**********: the host 10.0.0.1 has the address 10.0.0.1, which is not permitted here.");
            }
        }

        @Test
        void that_fails_by_a_fault_of_ours_is_a_try_like_any_other() {
            DeliverySettings webhooks = webhooks(List.of("127.0.0.1"), Set.of());
            webhook("http://127.0.0.1:1/", "");
            client.publish("web", "1", "orders", "a");

            try (Egress egress = new Egress(webhooks.rules())) {
                Courier courier = new Courier(new Faulty(broker.broker().store()), egress, webhooks, clock);
                assertThat(courier.deliverNext()).isTrue();
                assertThat(courier.deliverNext()).isFalse();
            }

            assertThat(log())
                    .contains(
                            "Not sent: this is a fault in the broker, and its log tells more.\nTried again at 2026-03-01T12:00:10Z.");
        }

        /** A store that breaks on the requests of webhooks. */
        private record Faulty(Store store) implements Store {
            @Override
            public <R> R read(Function<Transaction, R> work) {
                R result = store.read(work);
                if (result instanceof Optional<?> found
                        && found.filter(WebhookRequest.class::isInstance).isPresent()) {
                    throw new IllegalStateException("on purpose");
                }
                return result;
            }

            @Override
            public <R> R write(Function<Transaction, R> work) {
                return store.write(work);
            }
        }

        private record Redirect(String to) implements HttpHandler {
            @Override
            public void handle(HttpExchange exchange) throws IOException {
                exchange.getResponseHeaders().add("Location", to);
                Receiver.answer(exchange, 307, "");
            }
        }

        private static final class StatusesInTurn implements HttpHandler {
            private final Iterator<Integer> statuses;

            StatusesInTurn(int... statuses) {
                this.statuses = IntStream.of(statuses).iterator();
            }

            @Override
            public void handle(HttpExchange exchange) throws IOException {
                Receiver.answer(exchange, statuses.next(), "");
            }
        }
    }

    @Nested
    class AClaim {
        @Test
        void keeps_others_away_until_it_ends() {
            webhook("http://127.0.0.1:1/", "");
            client.publish("web", "1", "orders", "a");
            Optional<Deliveries.Claim> first = claim("dead");

            assertThat(first).isPresent();
            assertThat(claim("other")).isEmpty();
            assertThat(deliver()).isFalse();
            clock.pass(60);
            assertThat(claim("other")).isPresent();
        }

        @Test
        void that_ended_records_nothing() {
            try (Receiver receiver = Receiver.answering(200, "")) {
                webhook(receiver.url(), "");
                client.publish("web", "1", "orders", "a");
                Deliveries.Claim late = claim("late").orElseThrow();
                clock.pass(60);
                deliver();

                boolean recorded = broker.changed(
                        kept -> kept.deliveries().finish(late, new Delivery.Attempt(1, NOON, false, "late"), NOON));
                assertThat(recorded).isFalse();
                assertThat(text(status(), "_embedded triggeredWebhooks 0 status"))
                        .isEqualTo("success");
            }
        }

        private Optional<Deliveries.Claim> claim(String owner) {
            Instant now = clock.instant();
            return broker.changed(kept -> kept.deliveries().claim(owner, now, now.plus(Duration.ofMinutes(1))));
        }
    }

    @Nested
    class ATrial {
        @Test
        void sends_the_request_about_the_newest_contract_and_shows_what_came_back() {
            try (Receiver receiver = Receiver.answering(418, "short and stout")) {
                client.publish("web", "1", "orders", "a");
                client.verify("web", "1", "orders", "22", true);
                JsonObject webhook = webhook(
                        receiver.url(),
                        ", \"headers\": {\"X-Token\": \"abcdef\"}, \"body\": \"${pactbroker.providerVersionNumber}\"");
                JsonObject answer = client.post(text(webhook, "_links pb:execute href"), "{}");

                assertThat(receiver.heard().get(0).body()).isEqualTo("22");
                assertThat(at(answer, "success").toJson()).isEqualTo("false");
                assertThat(text(answer, "request headers X-Token")).isEqualTo("**********");
                assertThat(at(answer, "response status").toJson()).isEqualTo("418");
                assertThat(text(answer, "response body")).isEqualTo("short and stout");
                assertThat(text(answer, "_links webhook href")).isEqualTo(text(webhook, "_links self href"));
                assertThat(Client.list(status(), "_embedded triggeredWebhooks")).isEmpty();
            }
        }

        @Test
        void needs_neither_a_contract_nor_a_webhook_that_is_kept() {
            try (Receiver receiver = Receiver.answering(200, "")) {
                JsonObject answer = client.post(
                        "/webhooks/execute",
                        "{\"request\": {\"method\": \"PUT\", \"url\": \"" + receiver.url()
                                + "/${pactbroker.consumerName}\"}}");

                assertThat(at(answer, "success").toJson()).isEqualTo("true");
                assertThat(receiver.heard().get(0).path()).isEqualTo("/example-consumer");
                assertThat(Client.list(client.get("/webhooks"), "_links pb:webhooks"))
                        .isEmpty();
            }
        }

        @Test
        void shows_nothing_of_an_answer_where_the_operator_names_no_hosts() {
            try (TestBroker closed = TestBroker.open(settings(), webhooks(List.of(), Set.of()))) {
                JsonObject answer = closed.client()
                        .post(
                                "/webhooks/execute",
                                "{\"request\": {\"method\": \"POST\", \"url\": \"http://no-such-host.invalid/\"}}");

                assertThat(text(answer, "message")).startsWith("no such host: ");
            }
        }
    }
}
