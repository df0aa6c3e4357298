package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.Unexpected;
import dev.contract.consumer.stub.Verdict;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.model.HttpInteraction;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Stream;

/** A consumer's test: the stub over a socket, its judgement, and the contract that is written when the test passed. */
public final class StubSteps {
    private final World world;
    private final WrittenContract written;
    private final StubScope stub;
    private HttpResponse response;

    public StubSteps(World world, WrittenContract written) {
        this.world = world;
        this.written = written;
        this.stub = world.open(StubScope.open(StubSettings.DEFAULT));
    }

    @When("the mock server is started with interaction {number}")
    public void start(int number) {
        start(List.of(number));
    }

    @When("the mock server is started with interactions {numbers}")
    public void start(List<Integer> numbers) {
        expect(numbers.stream().map(world::interaction).toList());
    }

    @When("the mock server is started with interaction {number} but with the following changes:")
    public void startChanged(int number, DataTable changes) {
        HttpInteraction changed = world.interaction(number);
        for (HttpRow row : world.rows(changes)) {
            changed = row.in(changed);
        }
        world.define(number, changed);
        start(List.of(number));
    }

    private void expect(List<HttpInteraction> interactions) {
        assertThat(stub.expectations().addAll(world.contractOf(World.CONSUMER, interactions)))
                .isEmpty();
        world.differs(
                () -> unexpected().flatMap(each -> each.mismatches().stream()).toList());
    }

    @When("request {number} is made to the mock server")
    public void request(int number) {
        send(world.interaction(number).request().example());
    }

    @When("request {number} is made to the mock server with the following changes:")
    public void requestChanged(int number, DataTable changes) {
        HttpRequest request = world.interaction(number).request().example();
        for (HttpRow row : world.rows(changes)) {
            request = row.in(request);
        }
        send(request);
    }

    private void send(HttpRequest request) {
        response = Client.send(stub.url(), request);
    }

    @Then("a {int} success response is returned")
    public void success(int status) {
        assertThat(response.status()).as(response.body().text()).isEqualTo(status);
    }

    @Then("a {int} error response is returned")
    public void error(int status) {
        success(status);
    }

    @Then("the payload will contain the {string} JSON document")
    public void payload(String document) {
        assertThat(Content.document(document).isIn(response.body()))
                .as(response.body().text())
                .isTrue();
    }

    @Then("the content type will be set as {string}")
    public void contentType(String type) {
        assertThat(response.headers().first("Content-Type")).hasValue(type);
    }

    @When("the pact test is done")
    public void done() {
        if (verdict().isFine()) {
            written.record(stub.expectations().interactions());
        }
    }

    private Verdict verdict() {
        return stub.expectations().verdict();
    }

    private Stream<Unexpected> unexpected() {
        return verdict().unexpected().stream();
    }

    @Then("the mock server status will be OK")
    public void fine() {
        assertThat(verdict().describe(World.CONSUMER, World.PROVIDER)).isEmpty();
        assertThat(verdict().isFine()).isTrue();
    }

    @Then("the mock server status will NOT be OK")
    public void notFine() {
        assertThat(verdict().isFine()).isFalse();
    }

    @Then("the mock server will write out a Pact file for the interaction(s) when done")
    public void wrote() {
        assertThat(written.file()).exists();
    }

    @Then("the mock server will NOT write out a Pact file for the interaction(s) when done")
    public void wroteNothing() {
        assertThat(written.file()).doesNotExist();
    }

    /** A request for the right method and path that differs in something else. */
    @Then("the mock server status will be mismatches")
    public void mismatches() {
        assertThat(unexpected().filter(StubSteps::isMismatch)).isNotEmpty();
    }

    @Then("the mock server status will be an expected but not received error for interaction {number}")
    public void missing(int number) {
        assertThat(verdict().missing())
                .extracting(HttpInteraction::description)
                .contains(world.interaction(number).description());
    }

    @Then("the mock server status will be an unexpected {string} request received error for interaction {number}")
    public void unexpected(String method, int number) {
        unexpected(method, world.interaction(number).request().example().path());
    }

    @Then("the mock server status will be an unexpected {string} request received error for path {string}")
    public void unexpected(String method, String path) {
        assertThat(unexpected().filter(each -> !isMismatch(each)).map(Unexpected::request))
                .anySatisfy(request -> {
                    assertThat(request.method()).isEqualTo(method);
                    assertThat(request.path()).isEqualTo(path);
                });
    }

    private static boolean isMismatch(Unexpected unexpected) {
        return unexpected.nearest().isPresent()
                && unexpected.mismatches().stream()
                        .map(Mismatch::kind)
                        .noneMatch(kind -> kind == Kind.METHOD || kind == Kind.PATH);
    }
}
