package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.broker.BrokerSettings;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.broker.egress.EgressRules;
import dev.contract.broker.store.DatabaseAddress;
import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks by the commands that scripts for the Pact Broker use. */
class WebhookCommandsTest {
    private static final String UUID = "696c5f93-1b7f-44bc-8d03-59440fcaa9a0";

    @TempDir
    private Path directory;

    private Broker broker;
    private BrokerServer server;

    @BeforeEach
    void start() {
        EgressRules rules = EgressRules.of(List.of("http", "https"), List.of("POST", "PUT"), List.of("127.0.0.1"));
        broker = Broker.open(BrokerSettings.of(DatabaseAddress.file(directory.resolve("broker.db")))
                .withWebhooks(DeliverySettings.DEFAULT.withRules(rules)));
        server = BrokerServer.start(broker, "127.0.0.1", 0);
        run("create-or-update-pacticipant", "--name", "shop");
    }

    @AfterEach
    void stop() {
        server.close();
        broker.close();
    }

    private Ended run(String... words) {
        Ended ended = new Cli(directory)
                .with("PACT_BROKER_BASE_URL", server.url())
                .with("CONTRACT_SOURCE_USER", "nobody")
                .run(words);
        return new Ended(ended.exitCode(), withoutUuids(ended.out()), ended.err());
    }

    private static String withoutUuids(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
    }

    private Webhook only() {
        List<Webhook> all = broker.store().read(kept -> kept.webhooks().all());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private WebhookRequest request() {
        return broker.store().read(kept -> kept.webhooks().request(only()));
    }

    @Test
    void one_is_made_of_the_options_that_scripts_know() {
        Ended ended = run(
                "create-webhook",
                "http://127.0.0.1/${pactbroker.consumerName}",
                "--request=PUT",
                "-H",
                "X-A: 1",
                "-H",
                "X-B: 2",
                "-d",
                "{\"a\": [1]}",
                "-u",
                "ci:pass:word",
                "--consumer",
                "shop",
                "--provider-label",
                "core",
                "--description",
                "tell the pipeline",
                "--contract-published",
                "--provider-verification-failed",
                "--provider-contract-published",
                "--team-uuid",
                UUID);

        assertThat(ended)
                .isEqualTo(new Ended(
                        0,
                        "Created: webhook UUID, \"tell the pipeline\"\n",
                        "This broker has no teams: --team-uuid is passed over.\n"));
        assertThat(only().details().toString())
                .contains(
                        "description=tell the pipeline",
                        "provider=all labelled \"core\"",
                        "[contract_published, provider_verification_failed, provider_contract_published]");
        assertThat(request().toJson().toJson())
                .isEqualTo(
                        "{\"method\":\"PUT\",\"url\":\"http://127.0.0.1/${pactbroker.consumerName}\","
                                + "\"headers\":{\"X-A\":\"1\",\"X-B\":\"2\"},\"username\":\"ci\",\"password\":\"pass:word\",\"body\":{\"a\":[1]}}");
    }

    @Test
    void a_body_may_be_text_or_stand_in_a_file_or_be_ready() throws IOException {
        Files.writeString(directory.resolve("body.xml"), "<go/>\n");
        String[] create = {"create-or-update-webhook", "http://127.0.0.1/x", "--uuid", UUID};

        assertThat(run(with(create, "-d", "@body.xml")))
                .isEqualTo(new Ended(
                        0,
                        "Created: webhook UUID, \"Webhook for contracts of anybody with anybody on contract_content_changed\"\n",
                        ""));
        assertThat(request().body()).hasToString("\"<go/>\\n\"");
        assertThat(run(with(create, "-d", "1.0", "-o", "id")).out()).isEqualTo("UUID\n");
        assertThat(request().body()).hasToString("\"1.0\"");
        run(with(create, "--template", "slack"));
        assertThat(request().headers()).isEqualTo(Map.of("Accept", "*/*", "Content-Type", "application/json"));
        assertThat(run(with(create, "-d", "@nothing")).err()).contains("the file with the body cannot be read");
        assertThat(run(with(create, "-d", "x", "--template", "slack")).exitCode())
                .isEqualTo(64);
        assertThat(run(with(create, "--consumer", "shop", "--consumer-label", "x"))
                        .exitCode())
                .isEqualTo(64);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void what_the_broker_refuses_is_told() {
        assertThat(run("create-webhook", "http://10.0.0.1/", "-X", "GET", "--consumer", "shap")
                        .err())
                .contains("create the webhook")
                .contains("consumer.name", "request.method", "request.url");
    }

    @Test
    void one_is_tried_out_and_deleted() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/good", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort();
        run("create-or-update-webhook", url + "/good", "--uuid", UUID);
        Ended good = run("test-webhook", "--uuid", UUID);
        run("create-or-update-webhook", url + "/bad", "--uuid", UUID);
        Ended bad = run("test-webhook", "--uuid", UUID);
        receiver.stop(0);

        assertThat(good.exitCode()).isZero();
        assertThat(good.out()).startsWith("> POST " + url + "/**********\n").endsWith("\nDelivered.\n");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("< 404\n").endsWith("\nNot delivered.\n");
        assertThat(run("delete-webhook", "--uuid", UUID)).isEqualTo(new Ended(0, "Deleted: webhook UUID\n", ""));
        for (String command : List.of("delete-webhook", "test-webhook")) {
            assertThat(run(command, "--uuid", UUID)).isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  the broker does not know a webhook "%s"
                      mend  check the UUID; GET /webhooks lists them all
                    """.formatted(UUID)));
        }
    }
}
