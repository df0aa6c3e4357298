package dev.contract.core.http;

import dev.contract.core.body.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header fields: names that compare without case, each with its values in order.
 *
 * <p>Names keep the spelling they were first written with, and their order. Immutable.
 */
public final class Headers {
    public static final Headers EMPTY = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), List.of());

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

    private final SortedMap<String, List<String>> values;
    private final List<String> names;

    private Headers(SortedMap<String, List<String>> values, List<String> names) {
        this.values = values;
        this.names = names;
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
        return values.containsKey(name);
    }

    /** The values of a field; empty when there is no such field. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
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
        names.forEach(name -> action.accept(name, values(name)));
    }

    /** These headers with a field set, in place of all values it had. */
    public Headers with(String name, String value) {
        return with(name, List.of(value));
    }

    /** These headers with a field set, in place of all values it had. */
    public Headers with(String name, List<String> list) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        boolean known = has(name);
        forEach((each, old) -> fields.put(each, each.equalsIgnoreCase(name) ? list : old));
        if (!known) {
            fields.put(name, list);
        }
        return of(fields);
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
        return other instanceof Headers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            hash += field.getKey().toLowerCase(Locale.ROOT).hashCode()
                    ^ field.getValue().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects fields in order. One thread at a time. */
    public static final class Builder {
        private final SortedMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final List<String> names = new ArrayList<>();

        private Builder() {}

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
            return values.computeIfAbsent(name, key -> {
                names.add(key);
                return new ArrayList<>();
            });
        }

        /** The headers; the builder must not be used afterwards. */
        public Headers build() {
            values.replaceAll((name, list) -> Collections.unmodifiableList(list));
            return new Headers(values, List.copyOf(names));
        }
    }
}
