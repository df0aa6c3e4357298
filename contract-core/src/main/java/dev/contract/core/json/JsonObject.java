package dev.contract.core.json;

import dev.contract.core.problem.Location;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: unique names in the order in which they were written.
 *
 * <p>Kept as two arrays, because nearly all objects are small and are walked, not searched; larger ones get an index.
 */
public final class JsonObject implements JsonValue {
    private static final String[] NO_NAMES = {};
    private static final JsonValue[] NO_VALUES = {};

    public static final JsonObject EMPTY = new JsonObject(NO_NAMES, NO_VALUES, 0, null);

    private static final int SEARCHED_WITHOUT_INDEX = 8;

    private final String[] names;
    private final JsonValue[] values;
    private final int size;
    private final @Nullable Location location;

    /** Built at the first search in a large object; a race builds it twice, to the same content. */
    private @Nullable Map<String, Integer> index;

    private JsonObject(String[] names, JsonValue[] values, int size, @Nullable Location location) {
        this.names = names;
        this.values = values;
        this.size = size;
        this.location = location;
    }

    /** Takes the arrays as they are: equally long, names unique, never changed again. */
    static JsonObject ofParsed(String[] names, JsonValue[] values, @Nullable Location location) {
        return new JsonObject(names, values, names.length, location);
    }

    public static JsonObject of(String name, JsonValue value) {
        return new Builder().put(name, value).build();
    }

    public static JsonObject of(Map<String, ? extends JsonValue> entries) {
        Builder builder = new Builder();
        entries.forEach(builder::put);
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The name of the entry at a position from 0 to {@link #size()} - 1. */
    public String nameAt(int position) {
        return names[position];
    }

    /** The value of the entry at a position from 0 to {@link #size()} - 1. */
    public JsonValue valueAt(int position) {
        return values[position];
    }

    /** The names in their order, unmodifiable. */
    public List<String> names() {
        return List.of(Arrays.copyOf(names, size));
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    /** The value of this name; empty when there is none. A JSON null is a value. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(find(name));
    }

    /** As {@link #get(String)}, for hot code: null when there is none. */
    public @Nullable JsonValue find(String name) {
        int position = positionOf(name);
        return position < 0 ? null : values[position];
    }

    /** As {@link #find(String)}, looking first where the entry is likely to stand. */
    public @Nullable JsonValue find(String name, int likelyPosition) {
        int position = positionOf(name, likelyPosition);
        return position < 0 ? null : values[position];
    }

    /** Where the entry of this name stands, looking first where it is likely to; -1 when there is none. */
    public int positionOf(String name, int likelyPosition) {
        return likelyPosition < size && names[likelyPosition].equals(name) ? likelyPosition : positionOf(name);
    }

    /** The text of the string of this name; empty when there is none or it is something else. */
    public Optional<String> string(String name) {
        return find(name) instanceof JsonString string ? Optional.of(string.text()) : Optional.empty();
    }

    /** The object of this name; empty when there is none or it is something else. */
    public Optional<JsonObject> object(String name) {
        return find(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The array of this name; empty when there is none or it is something else. */
    public Optional<JsonArray> array(String name) {
        return find(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    /** This object with one entry set: replaced where it stands, or added at the end. */
    public JsonObject with(String name, JsonValue value) {
        int known = positionOf(name);
        int position = known < 0 ? size : known;
        String[] newNames = Arrays.copyOf(names, Math.max(size, position + 1));
        JsonValue[] newValues = Arrays.copyOf(values, newNames.length);
        newNames[position] = name;
        newValues[position] = value;
        return ofParsed(newNames, newValues, location);
    }

    /** This object without an entry. */
    public JsonObject without(String name) {
        int position = positionOf(name);
        return position < 0 ? this : withoutEntry(position);
    }

    private JsonObject withoutEntry(int position) {
        String[] fewerNames = new String[size - 1];
        JsonValue[] fewerValues = new JsonValue[size - 1];
        System.arraycopy(names, 0, fewerNames, 0, position);
        System.arraycopy(names, position + 1, fewerNames, position, size - 1 - position);
        System.arraycopy(values, 0, fewerValues, 0, position);
        System.arraycopy(values, position + 1, fewerValues, position, size - 1 - position);
        return ofParsed(fewerNames, fewerValues, location);
    }

    /** This object without the entries of these names. */
    public JsonObject without(Set<String> unwanted) {
        Builder builder = new Builder().at(location);
        for (int i = 0; i < size; i++) {
            if (!unwanted.contains(names[i])) {
                builder.append(names[i], values[i]);
            }
        }
        return builder.build();
    }

    public Builder toBuilder() {
        Builder builder = new Builder().at(location);
        forEach(builder::put);
        return builder;
    }

    private int positionOf(String name) {
        return size <= SEARCHED_WITHOUT_INDEX ? scan(name) : index().getOrDefault(name, -1);
    }

    private int scan(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Integer> index() {
        Map<String, Integer> known = index;
        if (known == null) {
            known = new HashMap<>(size * 2);
            for (int i = 0; i < size; i++) {
                known.put(names[i], i);
            }
            index = known;
        }
        return known;
    }

    @Override
    public Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    public @Nullable Location location() {
        return location;
    }

    @Override
    public JsonObject at(Location place) {
        return new JsonObject(names, values, size, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof JsonObject that) || size != that.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!values[i].equals(that.find(names[i], i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash += names[i].hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return toJson();
    }

    /** Collects entries in order; a name put twice keeps its place and takes the later value. One thread at a time. */
    public static final class Builder {
        private String[] names = NO_NAMES;
        private JsonValue[] values = NO_VALUES;
        private int size;
        private @Nullable Location location;

        /** One bit per name seen, by hash: most objects are known to have no duplicate without any comparison. */
        private long seen;

        private @Nullable Map<String, Integer> positions;

        Builder() {}

        Builder at(@Nullable Location place) {
            this.location = place;
            return this;
        }

        public Builder put(String name, JsonValue value) {
            int known = known(name);
            if (known >= 0) {
                values[known] = value;
            } else {
                append(name, value);
            }
            return this;
        }

        public Builder put(String name, String text) {
            return put(name, JsonString.of(text));
        }

        public Builder put(String name, long number) {
            return put(name, JsonNumber.of(number));
        }

        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        public Builder putAll(JsonObject others) {
            others.forEach(this::put);
            return this;
        }

        boolean has(String name) {
            return known(name) >= 0;
        }

        private int known(String name) {
            if ((seen & bit(name)) == 0) {
                return -1;
            }
            return positions != null ? positions.getOrDefault(name, -1) : scan(name);
        }

        private int scan(String name) {
            for (int i = 0; i < size; i++) {
                if (names[i].equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        private static long bit(String name) {
            return 1L << (name.hashCode() & 63);
        }

        private void append(String name, JsonValue value) {
            seen |= bit(name);
            if (size == names.length) {
                grow();
            }
            names[size] = name;
            values[size] = value;
            if (positions != null) {
                positions.put(name, size);
            }
            size++;
        }

        private void grow() {
            int room = Math.max(4, size * 2);
            names = Arrays.copyOf(names, room);
            values = Arrays.copyOf(values, room);
            if (positions == null && size >= 32) {
                positions = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    positions.put(names[i], i);
                }
            }
        }

        /** The object; the builder must not be used afterwards. */
        public JsonObject build() {
            return new JsonObject(names, values, size, location);
        }
    }
}
