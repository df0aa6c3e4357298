package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an object in a file, each asked for by name and kind. What nobody asked for is {@link #rest() left over} and kept.
 *
 * <p>An attribute of another kind is an error and counts as absent; so does a JSON null, silently, for many writers put nulls where
 * they have nothing to say. One thread at a time.
 */
final class Fields {
    private final JsonObject object;
    private final Findings findings;

    /** By position. */
    private final boolean[] taken;

    Fields(JsonObject object, Findings findings) {
        this.object = object;
        this.findings = findings;
        this.taken = new boolean[object.size()];
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
        return Optional.ofNullable(taken(name));
    }

    private @Nullable JsonValue taken(String name) {
        int position = object.positionOf(name, 0);
        if (position < 0) {
            return null;
        }
        taken[position] = true;
        return object.valueAt(position);
    }

    /** The value, unless it is JSON null. */
    Optional<JsonValue> value(String name) {
        JsonValue value = taken(name);
        return value instanceof JsonNull ? Optional.empty() : Optional.ofNullable(value);
    }

    Optional<String> text(String name) {
        return as(name, "a string", JsonString.class).map(JsonString::text);
    }

    Optional<JsonObject> object(String name) {
        return as(name, "an object", JsonObject.class);
    }

    Optional<JsonArray> array(String name) {
        return as(name, "an array", JsonArray.class);
    }

    Optional<Boolean> bool(String name) {
        return as(name, "true or false", JsonBoolean.class).map(JsonBoolean::value);
    }

    private <T extends JsonValue> Optional<T> as(String name, String expected, Class<T> kind) {
        JsonValue value = taken(name);
        if (kind.isInstance(value)) {
            return Optional.of(kind.cast(value));
        }
        if (value != null && !(value instanceof JsonNull)) {
            findings.refused(name, expected, value);
        }
        return Optional.empty();
    }

    /** The attributes nobody asked for, in their order. */
    JsonObject rest() {
        JsonObject.Builder rest = null;
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                rest = rest == null ? JsonObject.builder() : rest;
                rest.put(object.nameAt(i), object.valueAt(i));
            }
        }
        return rest == null ? JsonObject.EMPTY : rest.build();
    }
}
