package dev.contract.openapi.value;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts of parameters and forms as the values that a schema means: {@code 7} is a number where numbers are asked for. */
final class TextValue {
    private TextValue() {}

    /** The value of one text. */
    static JsonValue of(String text, Optional<Node> schema) {
        Set<String> types = SchemaTypes.of(schema);
        if (types.contains("integer") || types.contains("number")) {
            Optional<JsonValue> number = number(text);
            if (number.isPresent()) {
                return number.get();
            }
        }
        if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return JsonBoolean.of(text.equals("true"));
        }
        boolean isNull = types.contains("null") && !types.contains("string") && text.equals("null");
        return isNull ? JsonNull.NULL : JsonString.of(text);
    }

    private static Optional<JsonValue> number(String text) {
        try {
            return Optional.of(JsonNumber.parse(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The array of several texts. */
    static JsonValue array(List<String> texts, Optional<Node> schema) {
        Optional<Node> items = SchemaTypes.part(schema, "items");
        return JsonArray.of(texts.stream().map(text -> of(text, items)).toList());
    }

    /** The object of several texts by names. */
    static JsonValue object(Map<String, String> texts, Optional<Node> schema) {
        JsonObject.Builder object = JsonObject.builder();
        texts.forEach((name, text) -> object.put(name, of(text, SchemaTypes.part(schema, "properties", name))));
        return object.build();
    }

    /** The same with all its numbers and words as texts: a schema may allow both. */
    static JsonValue allTexts(JsonValue value) {
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.stream().map(TextValue::allTexts).toList());
        }
        if (value instanceof JsonObject object) {
            JsonObject.Builder texts = JsonObject.builder();
            object.forEach((name, each) -> texts.put(name, allTexts(each)));
            return texts.build();
        }
        return JsonString.of(value.text());
    }
}
