package dev.contract.provider.message;

import java.util.List;

/** The provider's code that makes all messages of an answer, or what leads to it. */
@FunctionalInterface
public interface MessagesProducer {

    /** The messages in their order; what is thrown becomes an error of the interaction. */
    List<Message> produce(MessageCall call) throws Exception;
}
