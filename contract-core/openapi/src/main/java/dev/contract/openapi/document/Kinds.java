package dev.contract.openapi.document;

import dev.contract.core.json.JsonValue.Kind;

/** Kinds of values in words. */
final class Kinds {
    private Kinds() {}

    static String named(Kind kind) {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
        };
    }
}
