package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;

/** A provider over HTTP and the contracts that it is held to. */
public final class VerificationSteps {
    private final World world;
    private final Verification verification;
    private final StubScope provider;

    public VerificationSteps(World world, Verification verification) {
        this.world = world;
        this.verification = verification;
        this.provider = world.open(StubScope.open(StubSettings.DEFAULT));
    }

    @Given("a provider is started that returns the response from interaction {number}")
    public void start(int number) {
        serve(List.of(world.interaction(number)));
    }

    @Given("a provider is started that returns the responses from interactions {numbers}")
    public void start(List<Integer> numbers) {
        serve(numbers.stream().map(world::interaction).toList());
    }

    @Given("a provider is started that returns the response from interaction {number}, with the following changes:")
    public void startChanged(int number, DataTable changes) {
        HttpInteraction changed = world.interaction(number);
        for (HttpRow row : world.rows(changes)) {
            changed = row.in(changed);
        }
        serve(List.of(changed));
    }

    private void serve(List<HttpInteraction> interactions) {
        provider.expectations().addAll(world.contractOf(World.CONSUMER, interactions));
        verification.verifier().at(provider.url());
    }

    @Given("a Pact file for interaction {number} is to be verified")
    public void verify(int number) {
        verify(number, world.interaction(number));
    }

    private void verify(int number, Interaction interaction) {
        verification.addFile(number, interaction);
    }

    @Given("a Pact file for interaction {number} is to be verified, but is marked pending")
    public void verifyPending(int number) {
        HttpInteraction interaction = world.interaction(number);
        verify(number, interaction.withAnnotations(interaction.annotations().withPending(true)));
    }

    @Given("a Pact file for interaction {number} is to be verified with the following comments:")
    public void verifyWithComments(int number, DataTable comments) {
        verify(number, Comments.in(world.interaction(number), comments));
    }

    @Given("a Pact file for interaction {number} is to be verified with a provider state {string} defined")
    public void verifyInState(int number, String state) {
        verify(number, inStates(number, List.of(ProviderState.of(state))));
    }

    @Given("a Pact file for interaction {number} is to be verified with the following provider states defined:")
    public void verifyInStates(int number, DataTable states) {
        verify(
                number,
                inStates(number, states.asMaps().stream().map(States::named).toList()));
    }

    private HttpInteraction inStates(int number, List<ProviderState> states) {
        HttpInteraction old = world.interaction(number);
        return new HttpInteraction(old.description(), states, old.request(), old.response(), old.annotations());
    }

    @Given("a request filter is configured to make the following changes:")
    public void filter(DataTable changes) {
        world.rows(changes).forEach(row -> verification.verifier().request(row::in));
    }

    @Then("the request to the provider will contain the header {string}")
    public void sent(String header) {
        int colon = header.indexOf(':');
        String name = header.substring(0, colon).strip();
        String value = header.substring(colon + 1).strip();
        assertThat(provider.expectations().journal())
                .extracting(Exchange::request)
                .anyMatch(request -> request.headers().values(name).contains(value));
    }
}
