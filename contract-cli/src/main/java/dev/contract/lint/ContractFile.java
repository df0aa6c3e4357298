package dev.contract.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.Location;
import dev.contract.lint.LintFinding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file as checks see it. Immutable.
 *
 * @param written the whole of it
 * @param badlyRuled descriptions of interactions of whose rules the reader has complained
 */
record ContractFile(
        String source, JsonObject written, Contract contract, List<Exchange> exchanges, Set<String> badlyRuled) {

    static ContractFile of(String source, JsonObject written, Contract contract, Set<String> badlyRuled) {
        Map<Location, JsonObject> byPlace = new HashMap<>();
        for (String list : List.of("interactions", "messages")) {
            for (JsonValue each : written.array(list).orElse(JsonArray.EMPTY)) {
                each.asObject().ifPresent(object -> byPlace.put(object.location(), object));
            }
        }
        List<Exchange> exchanges = contract.interactions().stream()
                .map(each -> Exchange.of(
                        each,
                        byPlace.getOrDefault(each.annotations().location(), JsonObject.EMPTY),
                        contract.version(),
                        source))
                .toList();
        return new ContractFile(source, written, contract, exchanges, Set.copyOf(badlyRuled));
    }

    /** A value that belongs to no interaction. */
    Place place(String path, JsonValue value) {
        Location location = value.location();
        return new Place(location == null ? Location.of(source) : location, null, path);
    }
}
