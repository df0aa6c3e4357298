package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.body.Body;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.HttpBrokerTransport;
import dev.contract.provider.broker.ProviderVersion;
import dev.contract.provider.broker.VerificationOutcome;
import dev.contract.provider.broker.VerificationSelection;
import dev.contract.provider.report.JsonReport;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stand-ins for a broker, one for each contract, made of the suite's contracts of the exchanges with a broker. */
public final class BrokerSteps {
    private static final String RESULTS = "/verification-results";

    private final World world;
    private final Verification verification;
    private final Map<Integer, StubScope> brokers = new LinkedHashMap<>();
    private boolean publishes;

    public BrokerSteps(World world, Verification verification) {
        this.world = world;
        this.verification = verification;
    }

    @Given("a Pact file for interaction {number} is to be verified from a Pact broker")
    public void verify(int number) {
        StubScope broker = world.open(StubScope.open(StubSettings.DEFAULT));
        broker.expectations().addAll(exchanges("pact-broker_c" + number + ".json"));
        broker.expectations().add(contract(number, broker.url()));
        brokers.put(number, broker);

        BrokerClient client =
                new BrokerClient(world.open(HttpBrokerTransport.to(broker.url()).build()), broker.url());
        BrokerSource source = new BrokerSource(client, broker.url(), VerificationSelection.DEFAULT);
        verification.verifier().contractsFrom(source);
        verification.whenDone(result -> publish(result, client, source));
    }

    /** One of these contracts has a broken expression in a rule for a response; nobody compares that here. */
    private static Contract exchanges(String fixture) {
        return ContractReader.read(fixture, Fixtures.bytes(fixture)).contract().orElseThrow();
    }

    /** How the broker serves the contract itself, with its id for the interaction and the link for results. */
    private HttpInteraction contract(int number, String url) {
        String path = "/pacts/provider/" + World.PROVIDER + "/consumer/c_" + number;
        Interaction interaction = world.interaction(number);
        Annotations annotations = interaction.annotations().withExtra(JsonObject.of("_id", JsonString.of("ID1")));
        JsonObject file = (JsonObject) JsonReader.read(ContractWriter.write(
                world.contractOf("c_" + number, List.of(interaction.withAnnotations(annotations)))));
        JsonObject link = JsonObject.of("href", JsonString.of(url + path + RESULTS));
        JsonObject links = JsonObject.of("pb:publish-verification-results", link);
        HttpResponse response = new HttpResponse(
                200, Headers.of("Content-Type", "application/hal+json"), Body.json(file.with("_links", links)));
        return new HttpInteraction(
                "a request for the contract",
                List.of(),
                RequestPart.of(HttpRequest.of("GET", path)),
                ResponsePart.of(response),
                Annotations.NONE);
    }

    @Given("publishing of verification results is enabled")
    public void publish() {
        publishes = true;
    }

    private void publish(VerificationResult result, BrokerClient client, BrokerSource source) {
        if (!publishes) {
            return;
        }
        ProviderVersion version = new ProviderVersion("1.0.0", null, List.of(), null);
        result.contracts().forEach(contract -> source.fetched(contract.source())
                .ifPresent(fetched -> client.publishOutcome(
                        fetched,
                        version,
                        new VerificationOutcome(contract.success(), JsonReport.testResults(contract), "1.0.0"))));
    }

    @Then("a verification result will NOT be published back")
    public void nothingPublished() {
        assertThat(brokers.keySet().stream().flatMap(this::published)).isEmpty();
    }

    @Then("a successful verification result will be published back for (the )interaction {number}")
    public void success(int number) {
        assertThat(published(number)).containsExactly(true);
    }

    @Then("a failed verification result will be published back for (the )interaction {number}")
    public void failure(int number) {
        assertThat(published(number)).containsExactly(false);
    }

    /** The verdicts that were published, in requests that the broker's contract knows. */
    private Stream<Boolean> published(int number) {
        return brokers.get(number).expectations().journal().all().stream()
                .filter(exchange -> exchange.request().path().endsWith(RESULTS))
                .map(BrokerSteps::verdict);
    }

    private static boolean verdict(Exchange published) {
        assertThat(published.interaction())
                .as("the broker knows such a request")
                .isPresent();
        JsonObject result = (JsonObject) JsonReader.read(published.request().bytes());
        return result.get("success").flatMap(JsonValue::asBoolean).orElseThrow();
    }
}
