package dev.contract.core.json;

import dev.contract.core.problem.Location;
import org.jspecify.annotations.Nullable;

/** JSON {@code null}. */
public final class JsonNull implements JsonValue {
    public static final JsonNull NULL = new JsonNull(null);

    private final @Nullable Location location;

    JsonNull(@Nullable Location location) {
        this.location = location;
    }

    @Override
    public Kind kind() {
        return Kind.NULL;
    }

    @Override
    public @Nullable Location location() {
        return location;
    }

    @Override
    public JsonNull at(Location place) {
        return new JsonNull(place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNull;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "null";
    }
}
