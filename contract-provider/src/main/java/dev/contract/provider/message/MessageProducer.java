package dev.contract.provider.message;

/** The provider's code that makes a message, or what leads to it. */
@FunctionalInterface
public interface MessageProducer {

    /** The message; what is thrown becomes an error of the interaction. */
    Message produce(MessageCall call) throws Exception;
}
