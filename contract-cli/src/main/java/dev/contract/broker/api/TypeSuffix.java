package dev.contract.broker.api;

import dev.contract.core.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type that a path may name at its end, over the one that the request accepts: {@code /groups/web.csv}. */
final class TypeSuffix {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final Map<String, String> TYPES = Map.of(
            ".json", "application/hal+json, application/json",
            ".csv", "text/csv",
            ".svg", "image/svg+xml",
            ".yaml", "application/yaml");

    private TypeSuffix() {}

    /** The same request with the type as its {@code Accept}; empty when its path names none. */
    static Optional<HttpRequest> taken(HttpRequest request) {
        return TYPES.entrySet().stream()
                .filter(type ->
                        LOOKING.contains(request.method()) && request.path().endsWith(type.getKey()))
                .findFirst()
                .map(type -> request.withPath(withoutEnd(request.path(), type.getKey()))
                        .withHeader("Accept", type.getValue()));
    }

    private static String withoutEnd(String path, String end) {
        return path.substring(0, path.length() - end.length());
    }

    /** A segment of a path that cannot be taken for one with a type at its end. */
    static String guarded(String segment) {
        int dot = segment.lastIndexOf('.');
        return dot >= 0 && TYPES.containsKey(segment.substring(dot))
                ? segment.substring(0, dot) + "%2E" + segment.substring(dot + 1)
                : segment;
    }
}
