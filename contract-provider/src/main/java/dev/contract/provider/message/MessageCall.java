package dev.contract.provider.message;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.ProviderState;
import dev.contract.provider.state.StateAction;
import dev.contract.provider.state.StateCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a producer is asked for: a message, the states that the provider is in, and for an answer the message that it answers.
 *
 * <pre>{@code
 * .message("an order was placed", call -> Message.json(publisher.orderPlaced(call.integer("id"))))
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param description in the consumer's words
 * @param states in which the message is wanted, with the parameters that the contract gives
 * @param values the parameters of all states, overlaid with what their handlers returned
 * @param sent what the consumer sends, with generators run; null for a message that is no answer
 */
public record MessageCall(
        String description,
        List<ProviderState> states,
        JsonObject values,
        @Nullable Message sent) {
    public MessageCall {
        states = List.copyOf(states);
    }

    /**
     * The message to answer.
     *
     * @throws IllegalStateException if the message that is asked for is no answer
     */
    public Message request() {
        return Optional.ofNullable(sent)
                .orElseThrow(() -> new IllegalStateException("the message is no answer: there is no request"));
    }

    /**
     * A value of this name as text: of a string its characters, of all else its JSON.
     *
     * @throws IllegalArgumentException if there is no such value
     */
    public String string(String name) {
        return parameters().string(name);
    }

    /**
     * A whole number, given as a JSON number or as text.
     *
     * @throws IllegalArgumentException if there is no such value, or it is no whole number of 64 bits
     */
    public long integer(String name) {
        return parameters().integer(name);
    }

    private StateCall parameters() {
        return new StateCall(description, StateAction.SETUP, values);
    }
}
