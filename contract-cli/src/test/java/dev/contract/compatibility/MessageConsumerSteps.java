package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;

/** A message that the provider sends without being asked, in a consumer's test; and how any test with messages ends. */
public final class MessageConsumerSteps {
    private final DeclaredMessage message;
    private final WrittenContract written;

    public MessageConsumerSteps(DeclaredMessage message, WrittenContract written) {
        this.message = message;
        this.written = written;
    }

    @Given("a message integration/interaction is being defined for a consumer test")
    public void begin() {
        message.begin(false);
    }

    /** Nothing is said of it: without contents and metadata it is a message all the same. */
    @Given("a message is defined")
    public void anyMessage() {
        message.first();
    }

    @Given("the message payload contains the {string} JSON document")
    public void contents(String document) {
        message.first().content(Content.document(document));
    }

    @Given("the message contains the following metadata:")
    public void metadata(DataTable metadata) {
        message.first().metadata(metadata);
    }

    @Given("the message is configured with the following:")
    public void configure(DataTable table) {
        table.asMaps().forEach(message.first()::row);
    }

    @Given("a provider state {string} for the (synchronous )message is specified")
    public void state(String name) {
        message.state(name, Map.of());
    }

    @Given("a provider state {string} for the (synchronous )message is specified with the following data:")
    public void state(String name, DataTable parameters) {
        message.state(name, States.values(parameters));
    }

    @Given("a key of {string} is specified for the (synchronous )message interaction")
    public void key(String key) {
        message.key(key);
    }

    @Given("the (synchronous )message interaction is marked as pending")
    public void pending() {
        message.pending();
    }

    @Given("a comment {string} is added to the (synchronous )message interaction")
    public void comment(String comment) {
        message.comment(comment);
    }

    @When("the message is successfully processed")
    public void process() {
        message.process();
    }

    @When("the message is NOT successfully processed with a {string} exception")
    public void fail(String error) {
        message.fail(error);
    }

    @Then("the consumer test will have passed")
    public void passed() {
        assertThat(message.complaint()).isEmpty();
    }

    @Then("the consumer test will have failed")
    public void failed() {
        assertThat(message.complaint()).isNotEmpty();
    }

    @Then("the consumer test error will be {string}")
    public void failed(String error) {
        assertThat(message.complaint()).contains(error);
    }

    @Then("a Pact file for the message interaction will have been written")
    public void wrote() {
        assertThat(written.file()).exists();
    }

    @Then("a Pact file for the message interaction will NOT have been written")
    public void wroteNothing() {
        assertThat(written.file()).doesNotExist();
    }

    @Then("the received message payload will contain the {string} (JSON )document")
    public void received(String document) {
        assertThat(Content.document(document).isIn(message.taken().contents())).isTrue();
    }

    @Then("the received message content type will be {string}")
    public void receivedType(String type) {
        assertThat(message.taken().contentType()).hasValue(type);
    }

    @Then("the received message metadata will contain {string} == {string}")
    public void receivedMetadata(String name, String value) {
        assertThat(message.taken().metadata().get(name)).hasValue(MessageCells.value(value));
    }

    @Then("the received message metadata will contain {string} replaced with a(n) {string}")
    public void freshMetadata(String name, String kind) {
        message.first().checkFreshMetadata(name, kind, message.taken());
    }

    @Then("the message contents for {string} will have been replaced with a(n) {string}")
    public void freshContents(String path, String kind) {
        message.first().checkFreshContents(path, kind, message.taken());
    }
}
