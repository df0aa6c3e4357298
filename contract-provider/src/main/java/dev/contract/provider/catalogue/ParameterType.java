package dev.contract.provider.catalogue;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import java.util.Locale;

/** The kinds of JSON that a parameter can be; whole numbers stand apart, because handlers read them differently. */
public enum ParameterType {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ARRAY,
    NULL;

    static ParameterType of(JsonValue value) {
        return switch (value.kind()) {
            case STRING -> STRING;
            case NUMBER -> value.asNumber().filter(JsonNumber::isInteger).isPresent() ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            case NULL -> NULL;
        };
    }

    /** The word of JSON Schema: {@code integer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
