package dev.contract.core.json;

import dev.contract.core.problem.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON string; {@link #text()} is its content without quotes and escapes. */
public final class JsonString implements JsonValue {
    private final String text;
    private final @Nullable Location location;

    JsonString(String text, @Nullable Location location) {
        this.text = Objects.requireNonNull(text, "text");
        this.location = location;
    }

    public static JsonString of(String text) {
        return new JsonString(text, null);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Kind kind() {
        return Kind.STRING;
    }

    @Override
    public @Nullable Location location() {
        return location;
    }

    @Override
    public JsonString at(Location place) {
        return new JsonString(text, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonString that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
