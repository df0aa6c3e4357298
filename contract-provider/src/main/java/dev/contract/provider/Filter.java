package dev.contract.provider;

import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions to replay.
 *
 * @param consumer exact name; null for all
 * @param description part of the description; null for all
 * @param state part of a state's name, {@code ""} for interactions without a state; null for all
 * @param order whole descriptions, in the order in which to replay them; none for all in any order
 */
record Filter(
        @Nullable String consumer,
        @Nullable String description,
        @Nullable String state,
        List<String> order) {
    static final Filter NONE = new Filter(null, null, null, List.of());

    Filter {
        order = List.copyOf(order);
    }

    Filter withConsumer(String name) {
        return new Filter(name, description, state, order);
    }

    Filter withDescription(String part) {
        return new Filter(consumer, part, state, order);
    }

    Filter withState(String part) {
        return new Filter(consumer, description, part, order);
    }

    Filter withOrder(List<String> descriptions) {
        return new Filter(consumer, description, state, descriptions);
    }

    boolean accepts(Contract contract) {
        return consumer == null || consumer.equals(contract.consumer());
    }

    boolean accepts(Interaction interaction) {
        return (description == null || interaction.description().contains(description))
                && (order.isEmpty() || order.contains(interaction.description()))
                && acceptsStates(interaction);
    }

    private boolean acceptsStates(Interaction interaction) {
        String part = state;
        if (part == null) {
            return true;
        }
        return part.isEmpty()
                ? interaction.states().isEmpty()
                : interaction.states().stream().anyMatch(each -> each.name().contains(part));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "consumer ", consumer);
        add(parts, "description with ", description);
        add(parts, "state with ", state);
        order.forEach(each -> add(parts, "in order ", each));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, @Nullable String value) {
        if (value != null) {
            parts.add(what + Quoted.text(value));
        }
    }
}
