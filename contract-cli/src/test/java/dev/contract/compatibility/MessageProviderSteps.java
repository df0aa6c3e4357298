package dev.contract.compatibility;

import dev.contract.consumer.Messages;
import dev.contract.consumer.message.Handovers;
import dev.contract.core.generating.Seed;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.provider.message.Message;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.util.List;

/** A provider of messages, as a function of this JVM, and the contracts that it is held to. */
public final class MessageProviderSteps {
    private final World world;
    private final Verification verification;
    private int contracts;

    public MessageProviderSteps(World world, Verification verification) {
        this.world = world;
        this.verification = verification;
    }

    @Given("a provider is started that can generate the {string} message with {string}")
    public void produce(String description, String contents) {
        produce(description, cells(contents));
    }

    @Given("a provider is started that can generate the {string} message with {string} and the following metadata:")
    public void produce(String description, String contents, DataTable metadata) {
        produce(description, cells(contents).metadata(metadata));
    }

    private void produce(String description, MessageCells cells) {
        verification.verifier().message(description, () -> {
            verification.happened("message");
            return new Message(cells.contents(), cells.metadata());
        });
    }

    @Given("a Pact file for {string}:{string} is to be verified")
    public void verify(String description, String contents) {
        verify(message(description, cells(contents)));
    }

    @Given("a Pact file for {string}:{string} is to be verified, but is marked pending")
    public void verifyPending(String description, String contents) {
        Interaction message = message(description, cells(contents));
        verify(message.withAnnotations(message.annotations().withPending(true)));
    }

    @Given("a Pact file for {string}:{string} is to be verified with the following comments:")
    public void verifyWithComments(String description, String contents, DataTable comments) {
        verify(Comments.in(message(description, cells(contents)), comments));
    }

    @Given("a Pact file for {string}:{string} is to be verified with provider state {string}")
    public void verifyInState(String description, String contents, String state) {
        AsyncMessage message = message(description, cells(contents));
        verify(new AsyncMessage(
                description, List.of(ProviderState.of(state)), message.message(), message.annotations()));
    }

    @Given("a Pact file for {string}:{string} is to be verified with the following metadata:")
    public void verifyWithMetadata(String description, String contents, DataTable metadata) {
        verify(message(description, cells(contents).metadata(metadata)));
    }

    /** The table stands on its side: names on the left. */
    @Given("a Pact file for {string} is to be verified with the following:")
    public void verifyConfigured(String description, DataTable table) {
        verify(message(description, new MessageCells(world.version()).row(table.asMap())));
    }

    private MessageCells cells(String contents) {
        return new MessageCells(world.version()).content(Content.of(contents));
    }

    /** What a consumer's test would have declared. */
    private AsyncMessage message(String description, MessageCells cells) {
        Handovers draft = new Handovers(new Seed(0));
        cells.in(new Messages(World.CONSUMER, World.PROVIDER, draft, world.version()).expects(description))
                .handledBy(message -> {});
        AsyncMessage declared = (AsyncMessage) draft.interactions().get(0);
        return new AsyncMessage(
                description, declared.states(), cells.ruled(declared.message()), declared.annotations());
    }

    private void verify(Interaction message) {
        contracts++;
        verification.addFile(contracts, message);
    }
}
