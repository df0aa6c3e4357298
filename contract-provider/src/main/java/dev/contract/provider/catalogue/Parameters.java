package dev.contract.provider.catalogue;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.ProviderState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the parameters of one state over all that name it. Used once. */
final class Parameters {
    private final Map<String, Set<ParameterType>> types = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int states;

    /** What a contract gives with the state wins over what stands in its name, as it does for handlers. */
    void add(ProviderState state, NamePattern pattern) {
        states++;
        JsonObject given = state.parameters();
        pattern.placeholders().forEach((name, type) -> {
            if (!given.has(name)) {
                add(name, type);
            }
        });
        given.forEach((name, value) -> add(name, ParameterType.of(value)));
    }

    private void add(String name, ParameterType type) {
        types.computeIfAbsent(name, key -> EnumSet.noneOf(ParameterType.class)).add(type);
        counts.merge(name, 1, Integer::sum);
    }

    /** In the order in which they were met. */
    List<StateParameter> all() {
        List<StateParameter> all = new ArrayList<>();
        types.forEach((name, seen) -> all.add(new StateParameter(name, seen, counts.getOrDefault(name, 0) == states)));
        return all;
    }
}
