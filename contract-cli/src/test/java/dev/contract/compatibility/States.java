package dev.contract.compatibility;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.ProviderState;
import io.cucumber.datatable.DataTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Provider states and their parameters, as tables have them. */
final class States {
    private States() {}

    /** A row with a name, and perhaps an object of parameters. */
    static ProviderState named(Map<String, String> cells) {
        String parameters = cells.get("Parameters");
        return new ProviderState(
                cells.get("State Name"),
                parameters == null ? JsonObject.EMPTY : (JsonObject) JsonReader.read(parameters));
    }

    /** A column for each parameter, the values being JSON. */
    static Map<String, JsonValue> values(DataTable table) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        table.asMaps().get(0).forEach((name, value) -> values.put(name, JsonReader.read(value)));
        return values;
    }

    /** One cell that holds them all. */
    static JsonValue inOneCell(DataTable table) {
        return JsonReader.read(table.asMaps().get(0).get("parameters"));
    }
}
