package dev.contract.consumer.message;

import java.util.List;

/**
 * The code under test, or what leads to it: sends a message and takes what comes in answer.
 *
 * @param <X> what it throws where it sends something else, or cannot handle an answer
 */
@FunctionalInterface
public interface ExchangeHandler<X extends Exception> {

    /**
     * Returns when all was handled.
     *
     * @param request what the consumer is to send
     * @param responses what it gets, in this order
     */
    void handle(Message request, List<Message> responses) throws X;
}
