package dev.contract.provider.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.provider.TestService;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.broker.PublishedResult.Kind;
import dev.contract.provider.source.ContractSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultPublisherTest {
    private static final ProviderVersion VERSION = ProviderVersion.of("b41").withBranch("main");

    private final TestService service = new TestService();
    private final ScriptedBroker broker = new ScriptedBroker()
            .on("GET /", 200, """
            {"_links": {"pb:provider-pacts-for-verification": {"href": "BASE/wanted"}}}""")
            .on("GET /orders", 200, """
            {"_links": {"pb:branch-version": {"href": "BASE/orders/{branch}/{version}", "templated": true}}}""")
            .on("PUT /orders/main/b41", 201, "{}");
    private final BrokerSource source =
            new BrokerSource(broker.client(), ScriptedBroker.BASE, VerificationSelection.DEFAULT);

    @AfterEach
    void stop() {
        service.close();
    }

    /** The broker wants the contracts of these consumers verified: each a request for its own path and one for the health. */
    private void wants(String... consumers) {
        StringBuilder wanted = new StringBuilder();
        for (String consumer : consumers) {
            wanted.append(wanted.isEmpty() ? "" : ",").append("""
                    {"verificationProperties": {"pending": true, "notices": [
                       {"when": "before_verification", "text": "because"},
                       {"when": "after_verification:success_true_published_true", "text": "good and known"},
                       {"when": "after_verification:success_true_published_false", "text": "good and unknown"},
                       {"when": "after_verification:success_false_published_true", "text": "bad and known"},
                       {"when": "after_verification:success_false_published_false", "text": "bad and unknown"}]},
                     "_links": {"self": {"href": "BASE/pacts/CONSUMER", "name": "Pact of CONSUMER"}}}""".replace("CONSUMER", consumer));
            broker.on("GET /pacts/" + consumer, 200, """
                    {"consumer": {"name": "CONSUMER"}, "provider": {"name": "orders"}, "interactions": [
                       {"_id": "i1", "description": "own", "request": {"method": "GET", "path": "/CONSUMER"}, "response": {"status": 200}},
                       {"_id": "i2", "description": "health", "request": {"method": "GET", "path": "/health"}, "response": {"status": 200}}],
                     "_links": {"pb:provider": {"href": "BASE/orders"},
                       "pb:publish-verification-results": {"href": "BASE/results/CONSUMER"}}}""".replace("CONSUMER", consumer))
                    .on("POST /results/" + consumer, 201, "{}");
        }
        broker.on("POST /wanted", 200, "{\"_embedded\": {\"pacts\": [" + wanted + "]}}");
        service.on("GET /health", 200, "{}");
    }

    private Verifier verifier() {
        return Verifier.of("orders").contractsFrom(source).at(service.url());
    }

    @Test
    void each_result_goes_to_its_own_link_and_the_version_is_announced_once() {
        wants("shop", "web");
        service.on("GET /shop", 200, "{}");

        List<PublishedResult> published =
                source.publisher(VERSION).publish(verifier().verify());

        assertThat(published)
                .extracting(PublishedResult::sentence)
                .containsExactly(
                        "Published: orders b41 honours the contract of shop.",
                        "Published: orders b41 breaks the contract of web.");
        assertThat(published)
                .extracting(PublishedResult::notices)
                .containsExactly(List.of("good and known"), List.of("bad and known"));
        assertThat(broker.requests.subList(4, broker.requests.size()))
                .containsExactly("GET /orders", "PUT /orders/main/b41", "POST /results/shop", "POST /results/web");
        assertThat(broker.bodies.get(2))
                .isEqualTo("{\"success\":true,\"providerApplicationVersion\":\"b41\","
                        + "\"verifiedBy\":{\"implementation\":\"contract\",\"version\":\"development\"},"
                        + "\"testResults\":[{\"interactionId\":\"i1\",\"success\":true},"
                        + "{\"interactionId\":\"i2\",\"success\":true}]}");
        assertThat(broker.bodies.get(3)).startsWith("{\"success\":false,");
    }

    @Test
    void a_part_is_published_only_when_it_is_broken() {
        wants("shop", "web");
        service.on("GET /shop", 200, "{}");

        List<PublishedResult> honoured =
                source.publisher(VERSION).publish(verifier().only("health").verify());
        assertThat(honoured)
                .extracting(PublishedResult::sentence)
                .containsExactly(
                        "Not published: shop → orders was verified only in part, which proves nothing of the rest.",
                        "Not published: web → orders was verified only in part, which proves nothing of the rest.");
        assertThat(honoured).extracting(PublishedResult::notices).containsOnly(List.of("good and unknown"));
        assertThat(broker.requests).noneMatch(request -> request.startsWith("PUT") || request.contains("results"));

        assertThat(source.publisher(VERSION).publish(verifier().only("own").verify()))
                .extracting(PublishedResult::kind)
                .containsExactly(Kind.PARTIAL, Kind.BROKEN);
        assertThat(broker.bodies.get(broker.bodies.size() - 1))
                .contains("\"success\":false")
                .contains("\"interactionId\":\"i1\"")
                .doesNotContain("i2");
    }

    @Test
    void what_got_no_answer_is_not_published() {
        wants("shop");
        service.close();

        List<PublishedResult> published =
                source.publisher(VERSION).publish(verifier().verify());

        assertThat(published).extracting(PublishedResult::kind).containsExactly(Kind.UNANSWERED);
        assertThat(published).extracting(PublishedResult::notices).containsExactly(List.of("bad and unknown"));
    }

    @Test
    void contracts_from_elsewhere_have_no_place_to_publish_to(@TempDir Path directory) throws IOException {
        wants("shop");
        service.on("GET /shop", 200, "{}");
        Files.writeString(
                directory.resolve("app.json"),
                "{\"consumer\": {\"name\": \"app\"}, \"provider\": {\"name\": \"orders\"}, \"interactions\": []}");

        VerificationResult result =
                verifier().contractsFrom(ContractSource.directory(directory)).verify();

        assertThat(result.contracts()).hasSize(2);
        assertThat(source.publisher(VERSION).publish(result)).hasSize(1);
    }

    @Test
    void as_a_listener_it_publishes_when_everything_has_its_result() {
        wants("shop");

        verifier().listener(source.publisher(VERSION)).verify();

        assertThat(broker.requests).endsWith("PUT /orders/main/b41", "POST /results/shop");
    }

    @Test
    void connections_are_open_only_while_the_broker_is_asked() {
        try (TestService real = new TestService()) {
            String links =
                    "{\"_links\": {\"pb:provider-pacts-for-verification\": {\"href\": \"" + real.url() + "/wanted\"}}}";
            real.on("GET /", 200, links).on("POST /wanted", 200, "{\"_embedded\": {\"pacts\": []}}");
            BrokerSource twice =
                    BrokerSource.at(HttpBrokerTransport.to(real.url()).bearer("t0p"), VerificationSelection.DEFAULT);

            assertThat(twice.load("orders")).isEqualTo(twice.load("orders"));
            assertThat(real.asked()).allSatisfy(asked -> assertThat(asked.headers())
                    .containsEntry("Authorization", List.of("Bearer t0p")));
        }
    }

    @Test
    void a_version_that_a_broker_would_refuse_is_refused_before_the_run() {
        assertThatThrownBy(() -> source.publisher(ProviderVersion.of(" "))).hasMessage("""
                CONTRACT-VERSION  results cannot be published without the version of the provider
                  mend  give it one, best its commit""");
        assertThatThrownBy(() -> source.publisher(VERSION.withBuildUrl("ci.example/77")))
                .hasMessage("""
                CONTRACT-VERSION  the address of the build is no URL
                  found  "ci.example/77"
                  mend   write it as https://ci.example/builds/77""");
    }
}
