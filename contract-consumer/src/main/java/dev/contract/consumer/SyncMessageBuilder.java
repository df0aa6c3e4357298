package dev.contract.consumer;

import dev.contract.consumer.message.ExchangeHandler;
import dev.contract.consumer.message.Handovers.Handover;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that the provider answers, while a test writes it: first the message that the consumer sends, then the ones it gets.
 *
 * <pre>{@code
 * prices.uponReceiving("a question for the price of tea")
 *         .withContent(json(object("item", "tea")))
 *         .willRespondWith(json(object("price", decimal(2.5))))
 *         .handledBy((request, responses) -> {
 *             assertThat(client.question("tea")).isEqualTo(request.text());
 *             client.on(responses.get(0).text());
 *         });
 * }</pre>
 *
 * <p>Only version 4 of the file format has such interactions. One thread at a time.
 */
public final class SyncMessageBuilder extends MessageWords<SyncMessageBuilder> {
    private final Head head;
    private final Handover handover;
    private final SpecVersion version;

    SyncMessageBuilder(Head head, Handover handover, SpecVersion version) {
        this.head = head;
        this.handover = handover;
        this.version = version;
    }

    @Override
    SyncMessageBuilder self() {
        return this;
    }

    /**
     * Names the interaction within a contract of version 4, in place of description and states: it keeps its identity when these change.
     *
     * @throws dev.contract.core.problem.ContractException if the key is blank
     */
    public SyncMessageBuilder key(String text) {
        head.key(text);
        return this;
    }

    /** Marks the interaction as one that the provider may still fail. */
    public SyncMessageBuilder pending() {
        head.pending();
        return this;
    }

    /** Adds a line for the people who read the contract. */
    public SyncMessageBuilder comment(String line) {
        head.comment(line);
        return this;
    }

    /** Says what the provider answers: a message with JSON contents. */
    public Responses willRespondWith(Matcher json) {
        return willRespondWith(new MessageBuilder().withContent(json));
    }

    /** Says what the provider answers: {@code message().withMetadata(…).withContent(…)}. */
    public Responses willRespondWith(MessageBuilder response) {
        MessagePart request = part("the request: ");
        Draft.refuse(request.presence(), "a request: a consumer knows what it sends");
        return new Responses(request).willRespondWith(response);
    }

    /** The messages that the consumer gets in answer, in their order. {@code handledBy} ends the interaction. One thread at a time. */
    public final class Responses {
        private final MessagePart request;
        private final List<MessagePart> responses = new ArrayList<>();

        private Responses(MessagePart request) {
            this.request = request;
        }

        /** Adds another answer, with JSON contents. */
        public Responses willRespondWith(Matcher json) {
            return willRespondWith(new MessageBuilder().withContent(json));
        }

        /** Adds another answer. */
        public Responses willRespondWith(MessageBuilder response) {
            responses.add(response.part("the response: "));
            return this;
        }

        /**
         * Ends the interaction: hands over the request that the consumer is to send, for the test to compare with what it sends, and the
         * responses, all with fresh values where generators ask for them.
         *
         * @throws X what the handler throws; the interaction is not written then
         */
        public <X extends Exception> void handledBy(ExchangeHandler<X> handler) throws X {
            SyncMessage interaction =
                    new SyncMessage(head.description(), head.states(), request, responses, head.annotations());
            Expressed.check(version, interaction);
            handover.give(interaction, handler);
        }
    }
}
