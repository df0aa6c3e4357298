package dev.contract.broker.api;

import dev.contract.core.http.Query;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of objects in a query: {@code q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B}, encoded or not, and the sloppy
 * {@code q[]pacticipant=A}.
 *
 * <p>A new element begins when the current one has the key already, so the order of all parameters counts.
 */
final class NestedQuery {
    private NestedQuery() {}

    /** The elements of a list, each with its keys; an element without a key has the key "". */
    static List<Map<String, String>> list(Query query, String name) {
        List<Map<String, String>> elements = new ArrayList<>();
        for (String piece : query.encoded().split("&", -1)) {
            int equals = piece.indexOf('=');
            String key = decode(equals < 0 ? piece : piece.substring(0, equals));
            if (key.startsWith(name + "[]")) {
                add(
                        elements,
                        inner(key.substring(name.length() + 2)),
                        equals < 0 ? "" : decode(piece.substring(equals + 1)));
            }
        }
        return elements;
    }

    private static void add(List<Map<String, String>> elements, String key, String value) {
        boolean fresh = elements.isEmpty() || elements.get(elements.size() - 1).containsKey(key);
        if (fresh) {
            elements.add(new LinkedHashMap<>());
        }
        elements.get(elements.size() - 1).put(key, value);
    }

    private static String inner(String key) {
        return key.startsWith("[") && key.endsWith("]") ? key.substring(1, key.length() - 1) : key;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
