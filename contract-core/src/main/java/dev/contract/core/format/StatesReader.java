package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads provider states: a list since version 3, one name before. */
final class StatesReader {
    private StatesReader() {}

    static List<ProviderState> read(Fields interaction) {
        Optional<JsonArray> list = interaction.array("providerStates");
        if (list.isPresent()) {
            return states(list.get(), interaction.findings());
        }
        Optional<String> name = interaction.text("providerState").or(() -> interaction.text("provider_state"));
        return name.isPresent() ? List.of(ProviderState.of(name.get())) : List.of();
    }

    private static List<ProviderState> states(JsonArray list, Findings findings) {
        List<ProviderState> states = new ArrayList<>();
        for (JsonValue each : list) {
            state(each, findings).ifPresent(states::add);
        }
        return states;
    }

    private static Optional<ProviderState> state(JsonValue value, Findings findings) {
        Optional<JsonObject> object = value.asObject();
        Optional<String> name = object.isPresent() ? object.get().string("name") : value.asString();
        if (name.isEmpty()) {
            findings.add(
                    value,
                    Problem.error(Findings.FILE, "a provider state has no name")
                            .found(Findings.found(value))
                            .mend("write it as {\"name\": \"a user exists\"}, with \"params\" if it has any"));
            return Optional.empty();
        }
        Fields fields = new Fields(object.orElse(JsonObject.EMPTY), findings);
        fields.take("name");
        JsonObject parameters = fields.object("params").orElse(JsonObject.EMPTY);
        return Optional.of(new ProviderState(name.get(), parameters, fields.rest()));
    }
}
