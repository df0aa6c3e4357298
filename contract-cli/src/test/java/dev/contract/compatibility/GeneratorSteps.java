package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Locale;
import java.util.Random;

/** Requests and responses before they are sent, with fresh values in place of examples. */
public final class GeneratorSteps {
    private final World world;
    private RequestPart configuredRequest = HttpRow.nothing("generated").request();
    private ResponsePart configuredResponse = HttpRow.nothing("generated").response();
    private Mode mode = Mode.CONSUMER;
    private HttpRequest request;
    private HttpResponse response;
    private Body example;
    private Body body;

    public GeneratorSteps(World world) {
        this.world = world;
    }

    @Given("a request configured with the following generators:")
    public void configureRequest(DataTable table) {
        for (HttpRow row : world.rows(table)) {
            configuredRequest = row.in(configuredRequest);
        }
        example = configuredRequest.example().body();
    }

    @Given("a response configured with the following generators:")
    public void configureResponse(DataTable table) {
        for (HttpRow row : world.rows(table)) {
            configuredResponse = row.in(configuredResponse);
        }
        example = configuredResponse.example().body();
    }

    @Given("the generator test mode is set as {string}")
    public void mode(String name) {
        mode = Mode.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @When("the request is prepared for use")
    public void prepareRequest() {
        prepareRequest(context());
    }

    @When("the request is prepared for use with a(n) {string} context:")
    public void prepareRequest(String context, DataTable table) {
        prepareRequest(context(context, table));
    }

    @When("the response is prepared for use")
    public void prepareResponse() {
        prepareResponse(context());
    }

    @When("the response is prepared for use with a(n) {string} context:")
    public void prepareResponse(String context, DataTable table) {
        prepareResponse(context(context, table));
    }

    /** Random values that are the same in every run. */
    private static GenerationContext.Builder context() {
        return GenerationContext.builder().random(new Random(0));
    }

    /** A table of one cell, which holds a JSON object. */
    private static GenerationContext.Builder context(String kind, DataTable table) {
        JsonObject values = (JsonObject) JsonReader.read(table.cell(0, 0));
        return switch (kind) {
            case "providerState" -> context().stateValues(values);
            case "mockServer" ->
                context()
                        .mockServer(values.string("url")
                                .or(() -> values.string("href"))
                                .orElseThrow());
            default -> throw new IllegalArgumentException("a context that is not known here: " + kind);
        };
    }

    private void prepareRequest(GenerationContext.Builder context) {
        request = fresh(Generation.apply(configuredRequest, context.mode(mode).build()))
                .example();
        body = request.body();
    }

    private void prepareResponse(GenerationContext.Builder context) {
        response = fresh(Generation.apply(configuredResponse, context.mode(mode).build()))
                .example();
        body = response.body();
    }

    private static <T> T fresh(Generated<T> generated) {
        assertThat(generated.problems()).isEmpty();
        return generated.value();
    }

    @Then("the body value for {string} will have been replaced with {string}")
    public void replaced(String path, String text) {
        assertThat(JsonPlace.of(path, body).text()).isEqualTo(text);
    }

    @Then("the body value for {string} will have been replaced with a(n) {string}")
    public void replacedByKind(String path, String kind) {
        GeneratedKind.check(kind, JsonPlace.of(path, body), JsonPlace.of(path, example));
    }

    @Then("the request {string} will be set as {string}")
    public void requestIs(String attribute, String text) {
        assertThat(Attribute.of(request, attribute)).isEqualTo(text);
    }

    @Then("the request {string} will match {string}")
    public void requestMatches(String attribute, String regex) {
        assertThat(Attribute.of(request, attribute)).matches(regex);
    }

    @Then("the request {string} will not be {string}")
    public void requestIsNot(String attribute, String text) {
        assertThat(Attribute.of(request, attribute)).isNotEqualTo(text);
    }

    @Then("the response {string} will be set as {string}")
    public void responseIs(String attribute, String text) {
        assertThat(Attribute.of(response, attribute)).isEqualTo(text);
    }

    @Then("the response {string} will match {string}")
    public void responseMatches(String attribute, String regex) {
        assertThat(Attribute.of(response, attribute)).matches(regex);
    }

    @Then("the response {string} will not be {string}")
    public void responseIsNot(String attribute, String text) {
        assertThat(Attribute.of(response, attribute)).isNotEqualTo(text);
    }
}
