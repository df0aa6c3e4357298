package dev.contract.consumer;

import dev.contract.consumer.message.Handovers.Handover;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Quoted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An interaction with messages while a test writes it: its states, and then which kind it is.
 *
 * <p>A mistake is told at once, by a {@link dev.contract.core.problem.ContractException} that names the line of the test. One thread
 * at a time.
 */
public final class MessageInteractionBuilder {
    private final Handover handover;
    private final SpecVersion version;
    private final Head head = new Head("expects(\"an order was placed\")", "handledBy(…)");

    MessageInteractionBuilder(Handover handover, SpecVersion version) {
        this.version = version;
        this.handover = handover;
    }

    /**
     * Adds something that must be true of the provider before it sends: {@code "order 7 was paid"}.
     *
     * @throws dev.contract.core.problem.ContractException if the name is blank
     */
    public MessageInteractionBuilder given(String state) {
        return given(state, Map.of());
    }

    /**
     * Adds a provider state with parameters, any values that JSON can hold.
     *
     * @throws dev.contract.core.problem.ContractException if the name is blank, or a parameter cannot be written as JSON
     */
    public MessageInteractionBuilder given(String state, Map<String, ? extends @Nullable Object> parameters) {
        head.state(state, parameters);
        return this;
    }

    /**
     * Says which message the provider sends without being asked, in the consumer's words. Together with the states it names the
     * interaction within its contract.
     *
     * @throws dev.contract.core.problem.ContractException if the description is blank
     */
    public AsyncMessageBuilder expects(String description) {
        describe("expects", description);
        return new AsyncMessageBuilder(head, handover, version);
    }

    /**
     * Says which message of the consumer the provider answers. Together with the states it names the interaction within its contract.
     *
     * @throws dev.contract.core.problem.ContractException if the description is blank
     */
    public SyncMessageBuilder uponReceiving(String description) {
        describe("uponReceiving", description);
        return new SyncMessageBuilder(head, handover, version);
    }

    private void describe(String word, String description) {
        head.description(description);
        handover.says(word + "(" + Quoted.text(description) + ")");
    }
}
