package dev.contract.core.format;

import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The order of interactions in a file: by names of states, then description; what is left equal, by everything else. */
final class InteractionOrder {
    /** Below every character that a name is likely to hold, so that shorter lists of states come first. */
    private static final String BETWEEN = "\0";

    private InteractionOrder() {}

    static List<Interaction> sorted(List<Interaction> interactions) {
        return interactions.stream()
                .sorted(Comparator.comparing(InteractionOrder::states)
                        .thenComparing(Interaction::description)
                        .thenComparing(InteractionType::of)
                        .thenComparing(InteractionOrder::content))
                .toList();
    }

    private static String states(Interaction interaction) {
        return interaction.states().stream().map(ProviderState::name).collect(Collectors.joining(BETWEEN));
    }

    private static String content(Interaction interaction) {
        return JsonWriter.canonical(interaction.fold(new InteractionWriter(SpecVersion.V4)));
    }
}
