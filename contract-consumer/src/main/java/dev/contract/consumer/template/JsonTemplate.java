package dev.contract.consumer.template;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A JSON value with places inside its strings. Immutable. */
interface JsonTemplate {
    JsonValue fill(Asked asked);

    static JsonTemplate read(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object(object);
        }
        if (value instanceof JsonArray array) {
            List<JsonTemplate> elements = array.stream().map(JsonTemplate::read).toList();
            return asked ->
                    JsonArray.of(elements.stream().map(each -> each.fill(asked)).toList());
        }
        return value instanceof JsonString string ? string(string) : asked -> value;
    }

    private static JsonTemplate object(JsonObject object) {
        Map<String, JsonTemplate> entries = new LinkedHashMap<>();
        object.forEach((name, value) -> entries.put(name, read(value)));
        return asked -> {
            Map<String, JsonValue> filled = new LinkedHashMap<>();
            entries.forEach((name, value) -> filled.put(name, value.fill(asked)));
            return JsonObject.of(filled);
        };
    }

    private static JsonTemplate string(JsonString string) {
        TextTemplate text = TextTemplate.read(string.text(), "the string " + string.toJson());
        return asked ->
                text.isOnePlace() ? text.value(asked) : JsonString.of(text.fill(asked, UnaryOperator.identity()));
    }
}
