package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries of {@code interactions} and {@code messages} that could not be used: kept as they stand, to be written back. */
final class Unread {
    private final Map<String, List<JsonValue>> entries = new LinkedHashMap<>();

    void add(String list, JsonValue entry) {
        entries.computeIfAbsent(list, name -> new ArrayList<>()).add(entry);
    }

    /** The attributes at the top of the file with these entries among them. */
    JsonObject addTo(JsonObject extra) {
        JsonObject.Builder all = extra.toBuilder();
        entries.forEach((list, values) -> all.put(list, JsonArray.of(values)));
        return all.build();
    }
}
