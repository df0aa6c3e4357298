package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;

/** The text that rules about texts see of a value. */
final class Text {
    private Text() {}

    /** The string itself, or the JSON text of anything else. */
    static String of(JsonValue value) {
        return value instanceof JsonString string ? string.text() : value.toJson();
    }

    static boolean isContainer(JsonValue value) {
        return value.kind() == JsonValue.Kind.OBJECT || value.kind() == JsonValue.Kind.ARRAY;
    }
}
