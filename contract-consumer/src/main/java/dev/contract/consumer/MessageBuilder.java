package dev.contract.consumer;

/**
 * A message that has more to it than JSON contents, while a test writes it; made by {@link Matchers#message()}.
 *
 * <pre>{@code
 * .willRespondWith(message().withMetadata("topic", "prices").withContent(json(object("price", decimal(2.5)))))
 * }</pre>
 *
 * <p>One thread at a time.
 */
public final class MessageBuilder extends MessageWords<MessageBuilder> {
    MessageBuilder() {}

    @Override
    MessageBuilder self() {
        return this;
    }
}
