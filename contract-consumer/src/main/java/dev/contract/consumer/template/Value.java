package dev.contract.consumer.template;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;

/** What stands at a place: JSON, whatever it was in the request; null where the request has nothing. */
interface Value {
    JsonValue of(Asked asked);

    /** As it stands in a text: nothing for null, and JSON for what has parts. */
    static String text(JsonValue value) {
        return switch (value.kind()) {
            case NULL -> "";
            case STRING, NUMBER, BOOLEAN -> value.text();
            case OBJECT, ARRAY -> value.toJson();
        };
    }

    static boolean isNothing(JsonValue value) {
        return value instanceof JsonNull;
    }
}
