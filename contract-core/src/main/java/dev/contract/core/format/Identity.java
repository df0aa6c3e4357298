package dev.contract.core.format;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import java.util.List;
import java.util.Optional;

/** What makes two interactions the same one: kind, description and states; where authors gave keys to both, the keys. */
record Identity(InteractionType type, String description, List<ProviderState> states) {

    static Identity of(Interaction interaction) {
        return new Identity(
                InteractionType.of(interaction), interaction.description(), interaction.statesWithoutExtra());
    }

    /** Keys decide only between interactions that both have one: one side may have been written before the key was given. */
    static boolean keysDiffer(Interaction one, Interaction other) {
        Optional<String> key = Keys.given(one);
        Optional<String> otherKey = Keys.given(other);
        return key.isPresent() && otherKey.isPresent() && !key.equals(otherKey);
    }

    /** What an interaction expects, in one form for all versions: without key, comments and the like. */
    static JsonObject content(Interaction interaction) {
        return interaction
                .withAnnotations(Annotations.NONE)
                .fold(new InteractionWriter(SpecVersion.V4))
                .without("key");
    }
}
