package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.core.model.HttpInteraction;
import org.jspecify.annotations.Nullable;

/**
 * Another way of answering, for a while.
 *
 * @param description of the interactions that it befalls; null for all
 */
record Disturbance(Behaviour behaviour, @Nullable String description) {
    boolean befalls(HttpInteraction interaction) {
        return description == null || description.equals(interaction.description());
    }
}
