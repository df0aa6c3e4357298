package dev.contract.broker.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The segments of a path: taken apart first, decoded then, so that a name may hold a slash. */
final class Segments {
    private Segments() {}

    /** The decoded segments of a path that starts with a slash; one slash at its end says nothing. */
    static List<String> split(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return trimmed.isEmpty()
                ? List.of()
                : Arrays.stream(trimmed.split("/", -1)).map(Segments::decode).toList();
    }

    /** A plus is a plus in a path; a broken escape stands for itself. */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    static String encode(String segment) {
        return TypeSuffix.guarded(
                URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
