package dev.contract.core.format;

import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a query: a percent-encoded string before version 3, decoded names with lists of values since. Either is taken in any version. */
final class QueryReader {
    private QueryReader() {}

    static Query read(JsonValue query, Findings findings) {
        return switch (query.kind()) {
            case STRING -> Query.parse(query.asString().orElseThrow());
            case OBJECT -> parameters(query.asObject().orElseThrow(), findings);
            case ARRAY, NUMBER, BOOLEAN, NULL -> {
                findings.refused("query", "a string or an object", query);
                yield Query.EMPTY;
            }
        };
    }

    private static Query parameters(JsonObject query, Findings findings) {
        Map<String, List<@Nullable String>> parameters = new LinkedHashMap<>();
        query.forEach((name, value) -> parameters.put(name, values(name, value, findings)));
        return Query.of(parameters);
    }

    private static List<@Nullable String> values(String name, JsonValue value, Findings findings) {
        List<@Nullable String> values = new ArrayList<>();
        for (JsonValue each : value.asArray().orElseGet(() -> JsonArray.of(value))) {
            if (each instanceof JsonNull) {
                values.add(null);
            } else {
                Scalars.text(name, each, findings).ifPresent(values::add);
            }
        }
        return values;
    }
}
