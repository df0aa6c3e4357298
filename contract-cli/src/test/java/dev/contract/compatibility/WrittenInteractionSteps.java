package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** What every interaction has in a contract file, of whatever kind: its states, and what stands beside the exchange. */
public final class WrittenInteractionSteps {
    private final World world;
    private final WrittenContract written;

    public WrittenInteractionSteps(World world, WrittenContract written) {
        this.world = world;
        this.written = written;
    }

    @When("the Pact file for the test is generated")
    public void generate() {
        written.write(world.declared());
    }

    @Then("the pact file will contain {number} (message )interaction(s)")
    public void contains(int count) {
        assertThat(written.contract().interactions()).hasSize(count);
        assertThat(written.contract().version()).isEqualTo(world.version());
    }

    @Then("the {ordinal} interaction in the Pact file will have {string} = {string}")
    public void has(int position, String attribute, String json) {
        assertThat(attribute(position, attribute)).isEqualTo(JsonReader.read(json));
    }

    @Then("the {ordinal} interaction in the Pact file will have a type of {string}")
    public void hasType(int position, String type) {
        assertThat(attribute(position, "type").text()).isEqualTo(type);
    }

    private JsonValue attribute(int position, String name) {
        return written.json().get(position).get(name).orElseThrow();
    }

    @Then("there will be an interaction in the Pact file with a type of {string}")
    public void someHasType(String type) {
        assertThat(written.json())
                .anyMatch(each -> each.string("type").orElseThrow().equals(type));
    }

    @Then("the interaction in the Pact file will contain {number} provider state(s)")
    public void states(int count) {
        assertThat(written(0)).hasSize(count);
    }

    @Then("the {ordinal} message in the pact file will contain {number} provider state(s)")
    public void states(int position, int count) {
        assertThat(written(position)).hasSize(count);
    }

    @Then("the interaction in the Pact file will contain provider state {string}")
    public void state(String name) {
        state(0, name);
    }

    @Then("the {ordinal} message in the Pact file will contain provider state {string}")
    public void state(int position, String name) {
        assertThat(written(position)).extracting(ProviderState::name).contains(name);
    }

    @Then("the provider state {string} in the Pact file will contain the following parameters:")
    public void parameters(String state, DataTable parameters) {
        JsonValue expected = States.inOneCell(parameters);
        assertThat(written(0)).contains(new ProviderState(state, (JsonObject) expected));
    }

    @Then("the provider state {string} for the message will contain the following parameters:")
    public void parametersOfMessage(String state, DataTable parameters) {
        parameters(state, parameters);
    }

    private List<ProviderState> written(int position) {
        return written.interaction(position, Interaction.class).states();
    }
}
