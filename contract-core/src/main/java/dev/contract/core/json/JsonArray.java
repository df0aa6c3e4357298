package dev.contract.core.json;

import dev.contract.core.problem.Location;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON array. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {
    public static final JsonArray EMPTY = new JsonArray(List.of(), null);

    private final List<JsonValue> elements;
    private final @Nullable Location location;

    /** Takes the elements as they are: not copied, never changed again by the caller. */
    JsonArray(List<JsonValue> elements, @Nullable Location location) {
        this.elements = elements;
        this.location = location;
    }

    public static JsonArray of(JsonValue... elements) {
        return new JsonArray(List.of(elements), null);
    }

    public static JsonArray of(List<? extends JsonValue> elements) {
        return new JsonArray(List.copyOf(elements), null);
    }

    /** The elements, unmodifiable. */
    public List<JsonValue> elements() {
        return elements;
    }

    public int size() {
        return elements.size();
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    /**
     * The element at an index from 0.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public JsonValue get(int index) {
        return elements.get(index);
    }

    public Stream<JsonValue> stream() {
        return elements.stream();
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return elements.iterator();
    }

    @Override
    public Kind kind() {
        return Kind.ARRAY;
    }

    @Override
    public @Nullable Location location() {
        return location;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonArray that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
