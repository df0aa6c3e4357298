package dev.contract.core.http;

import dev.contract.core.body.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header fields: names that compare without case, each with its values in order.
 *
 * <p>Names keep the spelling they were first written with, and their order. Kept as two lists, because nearly all messages have a few
 * fields; of more there is an index. Immutable.
 */
public final class Headers {
    public static final Headers EMPTY = new Headers(List.of(), List.of(), null);

    private static final int SEARCHED_WITHOUT_INDEX = 8;

    /** Fields whose one line holds a list; all others are one value (JSON in a custom header has commas, too). */
    private static final Set<String> LISTS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-expose-headers",
            "access-control-request-headers",
            "allow",
            "cache-control",
            "if-match",
            "if-none-match",
            "vary");

    private final List<String> names;
    private final List<List<String>> values;
    private final @Nullable Map<String, Integer> index;

    /**
     * @param values of each name
     * @param index where each name stands, whatever its case; null when there are few
     */
    private Headers(List<String> names, List<List<String>> values, @Nullable Map<String, Integer> index) {
        this.names = names;
        this.values = values;
        this.index = index;
    }

    /** Where a name stands, whatever its case; -1 when it is not there. */
    private static int position(String name, List<String> names, @Nullable Map<String, Integer> index) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Headers of one value each, names and values in turn: {@code Headers.of("Accept", "text/plain")}. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "the header " + namesAndValues[namesAndValues.length - 1] + " has no value");
        }
        Builder builder = new Builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    public static Headers of(Map<String, List<String>> fields) {
        Builder builder = new Builder();
        fields.forEach((name, list) -> builder.addAll(name, list));
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names as they were written, in their order. */
    public List<String> names() {
        return names;
    }

    public boolean has(String name) {
        return position(name, names, index) >= 0;
    }

    /** The values of a field; empty when there is no such field. */
    public List<String> values(String name) {
        int position = position(name, names, index);
        return position < 0 ? List.of() : values.get(position);
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        List<String> list = values(name);
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
    }

    /** What {@code Content-Type} says, if it is a media type. */
    public Optional<ContentType> contentType() {
        return first("Content-Type").flatMap(ContentType::parse);
    }

    public void forEach(BiConsumer<String, List<String>> action) {
        for (int i = 0; i < names.size(); i++) {
            action.accept(names.get(i), values.get(i));
        }
    }

    /** These headers with a field set, in place of all values it had. */
    public Headers with(String name, String value) {
        return with(name, List.of(value));
    }

    /** These headers with a field set, in place of all values it had. */
    public Headers with(String name, List<String> list) {
        int position = position(name, names, index);
        if (position < 0) {
            return Builder.of(this).addAll(name, list).build();
        }
        List<List<String>> changed = new ArrayList<>(values);
        changed.set(position, List.copyOf(list));
        return new Headers(names, List.copyOf(changed), index);
    }

    public Headers without(String name) {
        Builder builder = new Builder();
        forEach((each, list) -> {
            if (!each.equalsIgnoreCase(name)) {
                builder.addAll(each, list);
            }
        });
        return builder.build();
    }

    /** Whether the values of a field are a list that goes out as one line. */
    public static boolean isList(String name) {
        return LISTS.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The values that one line of a field holds: some fields are lists by their nature and are split at commas outside quotes, all
     * others, dates and cookies among them, are one value.
     */
    public static List<String> split(String name, String line) {
        if (line.indexOf(',') < 0 || !isList(name)) {
            return List.of(line.strip());
        }
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                pieces.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        pieces.add(line.substring(start).strip());
        return pieces;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers that && names.size() == that.names.size() && that.hasAll(this);
    }

    private boolean hasAll(Headers others) {
        for (int i = 0; i < others.names.size(); i++) {
            int position = position(others.names.get(i), names, index);
            if (position < 0 || !values.get(position).equals(others.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < names.size(); i++) {
            hash += names.get(i).toLowerCase(Locale.ROOT).hashCode()
                    ^ values.get(i).hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        forEach((name, list) -> fields.add(name + "=" + list));
        return fields.toString();
    }

    /** Collects fields in order. One thread at a time. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final List<List<String>> values = new ArrayList<>();
        private @Nullable Map<String, Integer> index;

        private Builder() {}

        private static Builder of(Headers headers) {
            Builder builder = new Builder();
            headers.forEach(builder::addAll);
            return builder;
        }

        /** Adds one value, as it is. */
        public Builder add(String name, String value) {
            list(name).add(value);
            return this;
        }

        public Builder addAll(String name, List<String> list) {
            list(name).addAll(list);
            return this;
        }

        /** Adds the values of a line as received or as written in a file of version 1 to 3: see {@link Headers#split}. */
        public Builder addLine(String name, String line) {
            return addAll(name, split(name, line));
        }

        private List<String> list(String name) {
            int known = position(name, names, index);
            return known >= 0 ? values.get(known) : appended(name);
        }

        private List<String> appended(String name) {
            if (names.size() == SEARCHED_WITHOUT_INDEX) {
                index = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                for (String each : names) {
                    index.put(each, index.size());
                }
            }
            if (index != null) {
                index.put(name, names.size());
            }
            List<String> list = new ArrayList<>(1);
            names.add(name);
            values.add(list);
            return list;
        }

        /** The headers; the builder must not be used afterwards. */
        public Headers build() {
            values.replaceAll(List::copyOf);
            return new Headers(List.copyOf(names), List.copyOf(values), index);
        }
    }
}
