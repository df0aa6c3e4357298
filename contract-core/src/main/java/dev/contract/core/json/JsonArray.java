package dev.contract.core.json;

import dev.contract.core.problem.Location;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON array. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {
    public static final JsonArray EMPTY = new JsonArray(new JsonValue[0], null);

    private final JsonValue[] elements;
    private final @Nullable Location location;

    /** Takes the elements as they are: not copied, never changed again by the caller. */
    JsonArray(JsonValue[] elements, @Nullable Location location) {
        this.elements = elements;
        this.location = location;
    }

    public static JsonArray of(JsonValue... elements) {
        return of(List.of(elements));
    }

    public static JsonArray of(List<? extends JsonValue> elements) {
        return new JsonArray(List.copyOf(elements).toArray(new JsonValue[0]), null);
    }

    /** The elements, unmodifiable. */
    public List<JsonValue> elements() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    public int size() {
        return elements.length;
    }

    public boolean isEmpty() {
        return elements.length == 0;
    }

    /**
     * The element at an index from 0.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public JsonValue get(int index) {
        return elements[index];
    }

    public Stream<JsonValue> stream() {
        return Arrays.stream(elements);
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return elements().iterator();
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
    public JsonArray at(Location place) {
        return new JsonArray(elements, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonArray that && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
        return toJson();
    }
}
