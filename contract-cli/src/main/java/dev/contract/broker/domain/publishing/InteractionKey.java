package dev.contract.broker.domain.publishing;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;

/** What names an interaction or message within a document: its description and its provider states. */
record InteractionKey(String description, JsonValue states) {

    static InteractionKey of(JsonObject interaction) {
        return new InteractionKey(
                interaction.string("description").orElse(""),
                interaction
                        .get("providerStates")
                        .or(() -> interaction.get("providerState"))
                        .or(() -> interaction.get("provider_state"))
                        .orElse(JsonNull.NULL));
    }
}
