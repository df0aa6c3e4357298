package dev.contract.provider.message;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.code.Thrown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The provider's own code that makes messages, by the descriptions of these.
 *
 * <p>One thread at a time while producers are added; after that as thread-safe as the producers are.
 */
public final class MessageProducers {
    private final Map<String, MessagesProducer> producers = new LinkedHashMap<>();

    /**
     * Adds a producer.
     *
     * @param description as contracts write it
     * @throws ContractException if there is one of this description already
     */
    public void add(String description, MessagesProducer producer) {
        if (producers.putIfAbsent(description, producer) != null) {
            throw new ContractException(
                    Problem.error("CONTRACT-MESSAGE", "two producers of the message " + Quoted.text(description))
                            .mend("remove one of the two; a producer is told the provider states: call.states()"));
        }
    }

    public boolean has(String description) {
        return producers.containsKey(description);
    }

    public boolean isEmpty() {
        return producers.isEmpty();
    }

    /** The descriptions in the order in which producers were added. */
    public List<String> descriptions() {
        return List.copyOf(producers.keySet());
    }

    /**
     * The messages that were asked for; at least one.
     *
     * @throws MessageFailure if the producer threw, or gave none
     */
    public List<Message> produce(MessageCall call) throws MessageFailure {
        String name = "the producer of the message " + Quoted.text(call.description());
        List<? extends @Nullable Message> messages;
        try {
            messages = producer(call.description()).produce(call);
        } catch (Throwable e) {
            Thrown.passOnIfFatal(e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new MessageFailure(name + " threw " + Thrown.text(e, MessageProducers.class), e);
        }
        if (messages == null || messages.isEmpty() || messages.stream().anyMatch(Objects::isNull)) {
            throw new MessageFailure(name + " returned no message", null);
        }
        return List.copyOf(messages);
    }

    private MessagesProducer producer(String description) {
        return Objects.requireNonNull(producers.get(description), "nothing produces " + description);
    }
}
