package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.ContentType;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SyncMessage;
import io.cucumber.java.en.Then;

/** The messages in the contract that a consumer's test has written. */
public final class WrittenMessageSteps {
    private final WrittenContract written;

    public WrittenMessageSteps(WrittenContract written) {
        this.written = written;
    }

    private MessagePart message(int position) {
        return written.interaction(position, AsyncMessage.class).message();
    }

    private SyncMessage exchange(int position) {
        return written.interaction(position, SyncMessage.class);
    }

    @Then("the {ordinal} message in the pact file will contain the {string} (JSON )document")
    public void contents(int position, String document) {
        holds(message(position), document);
    }

    @Then("the {ordinal} message in the pact file content type will be {string}")
    public void contentType(int position, String type) {
        hasType(message(position), type);
    }

    @Then("the {ordinal} message in the pact file will contain the message metadata {string} == {string}")
    public void metadata(int position, String name, String value) {
        hasMetadata(message(position), name, value);
    }

    @Then("the {ordinal} message in the pact file will contain the request message metadata {string} == {string}")
    public void requestMetadata(int position, String name, String value) {
        hasMetadata(exchange(position).request(), name, value);
    }

    @Then("the {ordinal} message in the pact file will contain the response message metadata {string} == {string}")
    public void responseMetadata(int position, String name, String value) {
        hasMetadata(exchange(position).responses().get(0), name, value);
    }

    @Then("the {ordinal} interaction in the pact file will contain the {string} document as the request")
    public void request(int position, String document) {
        holds(exchange(position).request(), document);
    }

    @Then("the {ordinal} interaction in the pact file request content type will be {string}")
    public void requestType(int position, String type) {
        hasType(exchange(position).request(), type);
    }

    @Then("the {ordinal} interaction in the pact file will contain the {string} document as a response")
    public void anyResponse(int position, String document) {
        assertThat(exchange(position).responses())
                .anyMatch(each -> Content.document(document).isIn(each.contents()));
    }

    @Then("the {ordinal} interaction in the pact file response content type will be {string}")
    public void responseType(int position, String type) {
        hasType(exchange(position).responses().get(0), type);
    }

    @Then("the {ordinal} interaction in the pact file will contain {number} response message(s)")
    public void responses(int position, int count) {
        assertThat(exchange(position).responses()).hasSize(count);
    }

    @Then(
            "the {ordinal} interaction in the pact file will contain the {string} document as the {ordinal} response message")
    public void response(int position, String document, int response) {
        holds(exchange(position).responses().get(response), document);
    }

    private static void holds(MessagePart part, String document) {
        assertThat(Content.document(document).isIn(part.contents()))
                .as(part.contents().toString())
                .isTrue();
    }

    private static void hasType(MessagePart part, String type) {
        assertThat(part.contents().contentType().or(() -> MessagePart.contentType(part.metadata())))
                .map(ContentType::toString)
                .hasValue(type);
    }

    private static void hasMetadata(MessagePart part, String name, String value) {
        assertThat(part.metadata().get(name)).hasValue(MessageCells.value(value));
    }
}
