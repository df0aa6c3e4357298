package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** A message that the consumer sends and the provider answers, in a consumer's message. */
public final class SyncMessageSteps {
    private final DeclaredMessage message;

    public SyncMessageSteps(DeclaredMessage message) {
        this.message = message;
    }

    @Given("a synchronous message interaction is being defined for a consumer test")
    public void begin() {
        message.begin(true);
    }

    @Given("the message request payload contains the {string} (JSON )document")
    public void request(String document) {
        message.first().content(Content.document(document));
    }

    @Given("the message response payload contains the {string} (JSON )document")
    public void response(String document) {
        message.nextResponse().content(Content.document(document));
    }

    @Given("the message request contains the following metadata:")
    public void requestMetadata(DataTable metadata) {
        message.first().metadata(metadata);
    }

    @Given("the message response contains the following metadata:")
    public void responseMetadata(DataTable metadata) {
        message.nextResponse().metadata(metadata);
    }

    @Given("the message request is configured with the following:")
    public void configureRequest(DataTable table) {
        table.asMaps().forEach(message.first()::row);
    }

    @Given("the message response is configured with the following:")
    public void configureResponse(DataTable table) {
        table.asMaps().forEach(cells -> message.nextResponse().row(cells));
    }

    @Then("the received message request metadata will contain {string} == {string}")
    public void receivedRequestMetadata(String name, String value) {
        assertThat(message.received(0).metadata().get(name)).hasValue(MessageCells.value(value));
    }

    @Then("the received message response metadata will contain {string} == {string}")
    public void receivedResponseMetadata(String name, String value) {
        assertThat(message.received(1).metadata().get(name)).hasValue(MessageCells.value(value));
    }

    @Then("the received message request metadata will contain {string} replaced with a(n) {string}")
    public void freshRequestMetadata(String name, String kind) {
        message.first().checkFreshMetadata(name, kind, message.received(0));
    }

    @Then("the received message response metadata will contain {string} replaced with a(n) {string}")
    public void freshResponseMetadata(String name, String kind) {
        message.response(0).checkFreshMetadata(name, kind, message.received(1));
    }

    @Then("the message request contents for {string} will have been replaced with a(n) {string}")
    public void freshRequest(String path, String kind) {
        message.first().checkFreshContents(path, kind, message.received(0));
    }

    @Then("the message response contents for {string} will have been replaced with a(n) {string}")
    public void freshResponse(String path, String kind) {
        message.response(0).checkFreshContents(path, kind, message.received(1));
    }
}
