package dev.contract.consumer.journal;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answered a request: an interaction, by what names it in its contract, or nobody.
 *
 * <p>Immutable.
 */
record Answered(@Nullable String description, List<ProviderState> states) {
    private static final Answered BY_NOBODY = new Answered(null, List.of());

    static Answered by(@Nullable HttpInteraction interaction) {
        return interaction == null ? BY_NOBODY : new Answered(interaction.description(), interaction.states());
    }

    boolean isDescribed(String text) {
        return text.equals(description);
    }
}
