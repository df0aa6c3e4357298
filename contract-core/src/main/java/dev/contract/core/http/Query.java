package dev.contract.core.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request's query, decoded: names in order, each with its values in order.
 *
 * <p>A value is null where the parameter was written without {@code =}. Names compare with case. Immutable.
 */
public final class Query {
    public static final Query EMPTY = new Query(Map.of(), null);

    private final Map<String, List<@Nullable String>> parameters;
    private final @Nullable String raw;

    private Query(Map<String, List<@Nullable String>> parameters, @Nullable String raw) {
        this.parameters = parameters;
        this.raw = raw;
    }

    /**
     * The query of a percent-encoded string without its question mark. Broken escapes are kept as they stand: what a client sent must
     * be shown, not refused.
     */
    public static Query parse(String raw) {
        Map<String, List<@Nullable String>> parameters = new LinkedHashMap<>();
        for (String piece : raw.split("&", -1)) {
            if (!piece.isEmpty()) {
                int equals = piece.indexOf('=');
                String name = decode(equals < 0 ? piece : piece.substring(0, equals));
                String value = equals < 0 ? null : decode(piece.substring(equals + 1));
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new Query(frozen(parameters), raw);
    }

    /** The query of decoded names and values. */
    public static Query of(Map<String, ? extends List<@Nullable String>> parameters) {
        Map<String, List<@Nullable String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        return new Query(frozen(copy), null);
    }

    private static Map<String, List<@Nullable String>> frozen(Map<String, List<@Nullable String>> parameters) {
        parameters.replaceAll((name, values) -> Collections.unmodifiableList(values));
        return Collections.unmodifiableMap(parameters);
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    public Set<String> names() {
        return parameters.keySet();
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The values of a parameter; empty when there is no such parameter. */
    public List<@Nullable String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public Map<String, List<@Nullable String>> toMap() {
        return parameters;
    }

    /** The string this was parsed from; null when it was made of parameters. Version 1.0 compares it. */
    public @Nullable String raw() {
        return raw;
    }

    /** This query with a parameter set, in place of all values it had. */
    public Query with(String name, List<@Nullable String> values) {
        Map<String, List<@Nullable String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, values);
        return of(changed);
    }

    /** The query percent-encoded, names in their order; the string it was parsed from, if it was. */
    public String encoded() {
        if (raw != null) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> {
            text.append(text.isEmpty() ? "" : "&").append(encode(name));
            if (value != null) {
                text.append('=').append(encode(value));
            }
        }));
        return text.toString();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Equal parameters in equal order within each name; how they were written does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return encoded();
    }
}
