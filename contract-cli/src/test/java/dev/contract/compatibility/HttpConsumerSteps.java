package dev.contract.compatibility;

import dev.contract.consumer.InteractionBuilder;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.util.ArrayList;
import java.util.List;

/** An HTTP interaction in the words of a consumer's test. */
public final class HttpConsumerSteps {
    private final World world;
    private final List<HttpInteraction> ended = new ArrayList<>();
    private final InteractionBuilder interaction = new InteractionBuilder(ended::add);

    public HttpConsumerSteps(World world) {
        this.world = world;
    }

    @Given("an integration is being defined for a consumer test")
    public void begin() {
        world.declare(this::end);
    }

    @Given("an HTTP interaction is being defined for a consumer test")
    public void beginHttp() {
        begin();
    }

    private Interaction end() {
        interaction.uponReceiving("a request").get("/path").willRespondWith(200);
        return ended.get(0);
    }

    @Given("a provider state {string} is specified")
    public void state(String name) {
        interaction.given(name);
    }

    @Given("a provider state {string} is specified with the following data:")
    public void state(String name, DataTable parameters) {
        interaction.given(name, States.values(parameters));
    }

    @Given("a key of {string} is specified for the HTTP interaction")
    public void key(String key) {
        interaction.key(key);
    }

    @Given("the HTTP interaction is marked as pending")
    public void pending() {
        interaction.pending();
    }

    @Given("a comment {string} is added to the HTTP interaction")
    public void comment(String comment) {
        interaction.comment(comment);
    }
}
