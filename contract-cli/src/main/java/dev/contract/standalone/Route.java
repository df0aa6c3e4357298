package dev.contract.standalone;

import dev.contract.core.http.HttpResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path of the control API, and who answers them.
 *
 * @param path below the API's own, with names in braces: {@code /interactions/{id}}
 */
record Route(String method, String path, Handler handler) {

    /** Answers a call. */
    @FunctionalInterface
    interface Handler {
        HttpResponse answer(Call call);
    }

    /** The values of the names in the path; empty when it is another path. */
    Optional<Map<String, String>> match(String asked) {
        List<String> own = List.of(path.split("/", -1));
        List<String> theirs = List.of(asked.split("/", -1));
        if (own.size() != theirs.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String word = own.get(i);
            if (word.startsWith("{")) {
                values.put(word.substring(1, word.length() - 1), decoded(theirs.get(i)));
            } else if (!word.equals(theirs.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** A plus stands for itself in a path. Broken escapes stay as they are: nothing has such a name. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
