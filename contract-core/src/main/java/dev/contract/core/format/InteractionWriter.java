package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import java.util.List;

/** Writes one interaction, its attributes in a fixed order. */
final class InteractionWriter implements Interaction.Cases<JsonObject> {
    private final SpecVersion version;
    private final PartWriter parts;

    InteractionWriter(SpecVersion version) {
        this.version = version;
        this.parts = new PartWriter(version);
    }

    @Override
    public JsonObject http(HttpInteraction interaction) {
        return complete(
                interaction,
                head(interaction)
                        .put("request", parts.request(interaction.request()))
                        .put("response", parts.response(interaction.response())));
    }

    @Override
    public JsonObject asyncMessage(AsyncMessage interaction) {
        JsonObject extra = interaction.annotations().extra();
        JsonObject ofContents = extra.object("contents")
                .map(left -> JsonObject.of("contents", left))
                .orElse(JsonObject.EMPTY);
        JsonObject attributes = interaction.message().presence().addTo(ofContents);
        return complete(interaction, head(interaction).putAll(parts.message(interaction.message(), attributes)));
    }

    @Override
    public JsonObject syncMessage(SyncMessage interaction) {
        List<JsonObject> responses = interaction.responses().stream()
                .map(response -> parts.message(response, response.extra()))
                .toList();
        return complete(
                interaction,
                head(interaction)
                        .put(
                                "request",
                                parts.message(
                                        interaction.request(),
                                        interaction.request().extra()))
                        .put("response", JsonArray.of(responses)));
    }

    private JsonObject.Builder head(Interaction interaction) {
        JsonObject.Builder head = JsonObject.builder();
        if (version == SpecVersion.V4) {
            head.put("type", InteractionType.of(interaction).text());
        }
        head.put("description", interaction.description());
        states(head, interaction.states());
        if (version == SpecVersion.V4) {
            head.put("key", Keys.of(interaction))
                    .put("pending", interaction.annotations().pending());
        }
        return head;
    }

    private void states(JsonObject.Builder head, List<ProviderState> states) {
        if (states.isEmpty()) {
            return;
        }
        if (version.atLeast(SpecVersion.V3)) {
            head.put("providerStates", states(states));
        } else {
            head.put("providerState", states.get(0).name());
        }
    }

    private static JsonArray states(List<ProviderState> states) {
        return JsonArray.of(states.stream().map(InteractionWriter::state).toList());
    }

    private static JsonObject state(ProviderState state) {
        JsonObject written = JsonObject.builder().put("name", state.name()).build();
        JsonObject complete = state.parameters().isEmpty() ? written : written.with("params", state.parameters());
        return Extra.add(complete, state.extra());
    }

    private JsonObject complete(Interaction interaction, JsonObject.Builder written) {
        Annotations annotations = interaction.annotations();
        if (version == SpecVersion.V4) {
            put(written, "comments", annotations.comments());
            put(written, "interactionMarkup", annotations.markup());
            put(written, "pluginConfiguration", annotations.pluginConfiguration());
            if (annotations.transport() != null) {
                written.put("transport", annotations.transport());
            }
        }
        return Extra.add(written.build(), annotations.extra());
    }

    private static void put(JsonObject.Builder written, String name, JsonObject value) {
        if (!value.isEmpty()) {
            written.put(name, value);
        }
    }
}
