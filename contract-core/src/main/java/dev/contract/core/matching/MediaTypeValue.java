package dev.contract.core.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value of {@code Accept} or {@code Content-Type}: a media type, compared with case, and parameters, whose order does not count and
 * whose values compare without case. The actual value may have more of them.
 */
record MediaTypeValue(String type, Map<String, String> parameters) {

    static boolean same(List<String> expected, List<String> actual) {
        boolean same = expected.size() == actual.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = of(expected.get(i)).accepts(of(actual.get(i)));
        }
        return same;
    }

    static MediaTypeValue of(String value) {
        String[] pieces = value.split(";", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i].strip();
            int equals = piece.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(piece.substring(equals + 1).strip()));
            } else if (!piece.isEmpty()) {
                parameters.put(piece, "");
            }
        }
        return new MediaTypeValue(pieces[0].strip(), parameters);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    boolean accepts(MediaTypeValue actual) {
        return type.equals(actual.type)
                && parameters.entrySet().stream()
                        .allMatch(wanted -> isBoundary(wanted.getKey())
                                || wanted.getValue().equalsIgnoreCase(actual.parameters.get(wanted.getKey())));
    }

    /** Each sender of a multipart body makes up its own. */
    private boolean isBoundary(String parameter) {
        return parameter.equals("boundary") && type.startsWith("multipart/");
    }
}
