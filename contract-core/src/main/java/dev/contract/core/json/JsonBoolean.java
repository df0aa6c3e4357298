package dev.contract.core.json;

import dev.contract.core.problem.Location;
import org.jspecify.annotations.Nullable;

/** JSON {@code true} or {@code false}. */
public final class JsonBoolean implements JsonValue {
    public static final JsonBoolean TRUE = new JsonBoolean(true, null);
    public static final JsonBoolean FALSE = new JsonBoolean(false, null);

    private final boolean value;
    private final @Nullable Location location;

    JsonBoolean(boolean value, @Nullable Location location) {
        this.value = value;
        this.location = location;
    }

    public static JsonBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return value;
    }

    @Override
    public Kind kind() {
        return Kind.BOOLEAN;
    }

    @Override
    public @Nullable Location location() {
        return location;
    }

    @Override
    public JsonBoolean at(Location place) {
        return new JsonBoolean(value, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonBoolean that && value == that.value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
        return Boolean.toString(value);
    }
}
