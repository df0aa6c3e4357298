package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.provider.state.StateChangeUrl;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The URL that brings a provider into its states, and what it was asked for. */
public final class StateSteps {
    private final World world;
    private final Verification verification;
    private final List<JsonObject> calls = new CopyOnWriteArrayList<>();

    public StateSteps(World world, Verification verification) {
        this.world = world;
        this.verification = verification;
    }

    @Given("a provider state callback is configured")
    public void callback() throws IOException {
        callback(200);
    }

    @Given("a provider state callback is configured, but will return a failure")
    public void failingCallback() throws IOException {
        callback(500);
    }

    private void callback(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/states", exchange -> answer(exchange, status));
        server.start();
        world.open(() -> server.stop(0));
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/states";
        verification.verifier().stateChange(StateChangeUrl.of(url).withTeardown());
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        JsonObject call = (JsonObject) JsonReader.read(exchange.getRequestBody().readAllBytes());
        calls.add(call);
        verification.happened(call.string("action").orElseThrow());
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Then("the provider state callback will be called before the verification is run")
    public void calledBefore() {
        assertThat(verification.happened()).first().isEqualTo("setup");
    }

    @Then("the provider state callback will be called after the verification is run")
    public void calledAfter() {
        assertThat(verification.happened()).last().isEqualTo("teardown");
    }

    @Then("the provider state callback will receive a setup call with {string} as the provider state parameter")
    public void setUp(String state) {
        received("setup", state, JsonObject.EMPTY);
    }

    @Then("the provider state callback will receive a teardown call {string} as the provider state parameter")
    public void tornDown(String state) {
        received("teardown", state, JsonObject.EMPTY);
    }

    @Then("the provider state callback will receive a setup call with {string} and the following parameters:")
    public void setUp(String state, DataTable parameters) {
        received("setup", state, JsonObject.of(States.values(parameters)));
    }

    @Then("the provider state callback will receive a teardown call {string} and the following parameters:")
    public void tornDown(String state, DataTable parameters) {
        received("teardown", state, JsonObject.of(States.values(parameters)));
    }

    @Then("the provider state callback will NOT receive a teardown call")
    public void notTornDown() {
        assertThat(calls).noneMatch(call -> call.string("action").orElseThrow().equals("teardown"));
    }

    private void received(String action, String state, JsonObject parameters) {
        assertThat(calls)
                .contains(JsonObject.builder()
                        .put("state", state)
                        .put("params", parameters)
                        .put("action", action)
                        .build());
    }
}
