package dev.contract.consumer.journal;

import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import java.util.List;
import java.util.Objects;
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

    /** By hand, as {@link #equals}, and without the states, which hold any JSON: it is asked for with every request. */
    @Override
    public int hashCode() {
        return Objects.hashCode(description);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answered that
                && Objects.equals(description, that.description)
                && states.equals(that.states);
    }
}
