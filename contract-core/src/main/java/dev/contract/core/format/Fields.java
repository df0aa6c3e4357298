package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The attributes of an object in a file, each asked for by name and kind. What nobody asked for is {@link #rest() left over} and kept.
 *
 * <p>An attribute of another kind is an error and counts as absent; so does a JSON null, silently, for many writers put nulls where
 * they have nothing to say. One thread at a time.
 */
final class Fields {
    private final JsonObject object;
    private final Findings findings;
    private final Set<String> taken = new HashSet<>();

    Fields(JsonObject object, Findings findings) {
        this.object = object;
        this.findings = findings;
    }

    JsonObject object() {
        return object;
    }

    Findings findings() {
        return findings;
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** The value as it stands, JSON null included. */
    Optional<JsonValue> take(String name) {
        taken.add(name);
        return object.get(name);
    }

    /** The value, unless it is JSON null. */
    Optional<JsonValue> value(String name) {
        return take(name).filter(value -> !(value instanceof JsonNull));
    }

    Optional<String> text(String name) {
        return as(name, "a string", JsonValue::asString);
    }

    Optional<JsonObject> object(String name) {
        return as(name, "an object", JsonValue::asObject);
    }

    Optional<JsonArray> array(String name) {
        return as(name, "an array", JsonValue::asArray);
    }

    Optional<Boolean> bool(String name) {
        return as(name, "true or false", JsonValue::asBoolean);
    }

    private <T> Optional<T> as(String name, String expected, Function<JsonValue, Optional<T>> kind) {
        Optional<JsonValue> value = value(name);
        Optional<T> cast = value.flatMap(kind);
        if (cast.isEmpty()) {
            value.ifPresent(actual -> findings.refused(name, expected, actual));
        }
        return cast;
    }

    /** The attributes nobody asked for, in their order. */
    JsonObject rest() {
        JsonObject.Builder rest = JsonObject.builder();
        object.forEach((name, value) -> {
            if (!taken.contains(name)) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }
}
