package dev.contract.openapi.value;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.SecurityNeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request has, as its operation's parameters and security name it; it remembers which names were understood. Used once. */
final class RequestValues {
    private final HttpRequest request;
    private final Map<String, String> pathValues;
    private final QueryParameters query;
    private final Map<String, String> cookies;

    /** @param pathValues the values in the path, decoded, by name */
    RequestValues(HttpRequest request, Map<String, String> pathValues) {
        this.request = request;
        this.pathValues = pathValues;
        this.query = new QueryParameters(request.query());
        this.cookies = cookies(request.headers());
    }

    private static Map<String, String> cookies(Headers headers) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String piece : String.join(";", headers.values("Cookie")).split(";", -1)) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                cookies.putIfAbsent(
                        piece.substring(0, equals).strip(),
                        piece.substring(equals + 1).strip());
            }
        }
        return cookies;
    }

    /** The value of a parameter; empty when it is not there. */
    Optional<JsonValue> value(Parameter parameter) {
        return switch (parameter.in()) {
            case PATH -> text(parameter, pathValues.get(parameter.name()));
            case COOKIE -> text(parameter, cookies.get(parameter.name()));
            case HEADER -> HeaderValue.of(parameter, request.headers());
            case QUERY -> query.value(parameter);
            case FORM -> Optional.empty();
        };
    }

    private static Optional<JsonValue> text(Parameter parameter, @Nullable String text) {
        return Optional.ofNullable(text).map(value -> ParameterValue.of(parameter, List.of(value)));
    }

    /** What is wrong with the value of a parameter. */
    List<Difference> differences(OpenApiDocument document, Parameter parameter, JsonValue value) {
        boolean mayBeEmpty = parameter.allowsEmpty() && query.isEmpty(parameter);
        return parameter
                .schema()
                .filter(schema -> !mayBeEmpty)
                .map(schema -> Texts.differences(document.schema(schema, Direction.REQUEST), value))
                .orElse(List.of());
    }

    /** Whether the request has what is needed to be let in; whether that is valid nobody can tell here. */
    boolean meets(SecurityNeed need) {
        return switch (need.in()) {
            case HEADER -> request.headers().has(need.name());
            case QUERY -> request.query().has(need.name());
            case COOKIE -> cookies.containsKey(need.name());
            case AUTHORIZATION ->
                request.headers()
                        .first("Authorization")
                        .filter(value -> value.regionMatches(
                                true, 0, need.name(), 0, need.name().length()))
                        .isPresent();
            case ELSEWHERE -> true;
        };
    }

    /** A query parameter that lets in is none that nobody knows. */
    void understand(SecurityNeed need) {
        if (need.in() == SecurityNeed.In.QUERY) {
            query.understand(need.name());
        }
    }

    /** The names in the query that no parameter explains which was asked for so far. */
    List<String> unknownInQuery() {
        return query.others();
    }
}
