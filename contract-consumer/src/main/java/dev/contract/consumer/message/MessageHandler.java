package dev.contract.consumer.message;

/**
 * The code under test, or what leads to it: takes a message that the provider sends.
 *
 * @param <X> what it throws where it cannot handle the message
 */
@FunctionalInterface
public interface MessageHandler<X extends Exception> {

    /** Returns when the message was handled. */
    void handle(Message message) throws X;
}
