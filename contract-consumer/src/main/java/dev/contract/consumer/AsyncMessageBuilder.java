package dev.contract.consumer;

import dev.contract.consumer.message.Handovers.Handover;
import dev.contract.consumer.message.MessageHandler;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.SpecVersion;

/**
 * A message that the provider sends without being asked, while a test writes it. Metadata and contents are optional; {@code handledBy}
 * ends the interaction.
 *
 * <pre>{@code
 * orders.expects("an order was placed")
 *         .withMetadata("topic", "orders")
 *         .withContent(json(object("order_id", integer(7))))
 *         .handledBy(message -> mailer.on(message.text()));
 * }</pre>
 *
 * <p>One thread at a time.
 */
public final class AsyncMessageBuilder extends MessageWords<AsyncMessageBuilder> {
    private final Head head;
    private final Handover handover;
    private final SpecVersion version;

    AsyncMessageBuilder(Head head, Handover handover, SpecVersion version) {
        this.head = head;
        this.handover = handover;
        this.version = version;
    }

    @Override
    AsyncMessageBuilder self() {
        return this;
    }

    /**
     * Names the interaction within a contract of version 4, in place of description and states: it keeps its identity when these change.
     *
     * @throws dev.contract.core.problem.ContractException if the key is blank
     */
    public AsyncMessageBuilder key(String text) {
        head.key(text);
        return this;
    }

    /** Marks the interaction as one that the provider may still fail. */
    public AsyncMessageBuilder pending() {
        head.pending();
        return this;
    }

    /** Adds a line for the people who read the contract. */
    public AsyncMessageBuilder comment(String line) {
        head.comment(line);
        return this;
    }

    /**
     * Ends the interaction: hands the message over, with fresh values where generators ask for them.
     *
     * @throws X what the handler throws; the interaction is not written then
     * @throws dev.contract.core.problem.ContractException if an example is not accepted by its own matchers
     */
    public <X extends Exception> void handledBy(MessageHandler<X> handler) throws X {
        AsyncMessage interaction =
                new AsyncMessage(head.description(), head.states(), part("the message: "), head.annotations());
        Expressed.check(version, interaction);
        handover.give(interaction, handler);
    }
}
