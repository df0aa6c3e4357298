package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Terms;
import dev.contract.core.model.HttpInteraction;
import java.util.function.Consumer;

/** An interaction that somebody has begun to declare. */
@FunctionalInterface
public interface Opening {

    /**
     * Completes it: from now on it is answered.
     *
     * @return takes how the stub is to answer instead of with the interaction's own response, as often as that changes
     * @throws dev.contract.core.problem.ContractException when rules of the request cannot be used
     */
    Consumer<Behaviour> declare(HttpInteraction interaction, Terms terms);
}
