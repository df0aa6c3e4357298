package dev.contract.openapi;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.RequestBody;
import dev.contract.openapi.document.SecurityNeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request held against its operation. Used once. */
final class RequestCheck {
    private final OpenApiDocument document;
    private final Operation operation;
    private final Map<String, String> pathValues;
    private final HttpRequest request;
    private final QueryParameters query;
    private final Map<String, String> cookies;
    private final Findings findings = new Findings();

    RequestCheck(OpenApiDocument document, Operation operation, Map<String, String> pathValues, HttpRequest request) {
        this.document = document;
        this.operation = operation;
        this.pathValues = pathValues;
        this.request = request;
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

    List<OpenApiFinding> findings() {
        operation.parameters().forEach(this::parameter);
        security();
        unknownParameters();
        if (operation.body().isPresent()) {
            body(operation.body().get());
        } else if (request.body().isPresent()) {
            findings.add(
                    OpenApiRule.UNDOCUMENTED_REQUEST_BODY,
                    "request body",
                    "the document knows of no body",
                    null,
                    operation.node());
        }
        return findings.all();
    }

    private void parameter(Parameter parameter) {
        String where =
                "request " + parameter.in().name().toLowerCase(Locale.ROOT) + " " + Quoted.text(parameter.name());
        Optional<JsonValue> value = value(parameter);
        if (value.isEmpty()) {
            if (parameter.required()) {
                findings.add(OpenApiRule.REQUEST_PARAMETER, where, "is required", null, parameter.node());
            }
            return;
        }
        boolean mayBeEmpty = parameter.allowsEmpty() && query.isEmpty(parameter);
        if (!mayBeEmpty) {
            differences(parameter, value.get())
                    .forEach(
                            each -> findings.add(OpenApiRule.REQUEST_PARAMETER, Direction.REQUEST, where + " $", each));
        }
    }

    private Optional<JsonValue> value(Parameter parameter) {
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

    private List<Difference> differences(Parameter parameter, JsonValue value) {
        return parameter
                .schema()
                .map(schema -> Texts.differences(document.schema(schema, Direction.REQUEST), value))
                .orElse(List.of());
    }

    private void unknownParameters() {
        List<String> known = operation.parameters().stream()
                .filter(each -> each.in() == Parameter.In.QUERY)
                .map(Parameter::name)
                .toList();
        for (String name : query.others()) {
            String near = NearNames.nearest(name, known)
                    .map(each -> "; perhaps it means " + Quoted.text(each))
                    .orElse("");
            findings.add(
                    OpenApiRule.UNDOCUMENTED_PARAMETER,
                    "request query " + Quoted.text(name),
                    "the document knows of no such parameter" + near,
                    null,
                    operation.node());
        }
    }

    /** What is said of bodies holds for the one there is; whether there has to be one is said beside it. */
    private void body(RequestBody described) {
        if (!request.body().isPresent()) {
            if (described.required()) {
                findings.add(
                        OpenApiRule.REQUEST_BODY_MISSING,
                        "request body",
                        "is required",
                        null,
                        described.node().get("required").orElse(described.node()));
            }
            return;
        }
        Optional<ContentType> type =
                request.headers().contentType().or(() -> request.body().contentType());
        Optional<MediaType> media = type.flatMap(each -> described.content().of(each));
        if (media.isEmpty()) {
            findings.add(
                    OpenApiRule.REQUEST_CONTENT_TYPE,
                    "request header Content-Type",
                    "the operation takes "
                            + String.join(", ", described.content().ranges()),
                    type.map(ContentType::toString).orElse("no Content-Type"),
                    described.node().get("content").orElse(described.node()));
            return;
        }
        new BodyCheck(document, Direction.REQUEST, OpenApiRule.REQUEST_BODY, findings)
                .check(request.body(), type.orElseThrow(), media.get(), described.fields());
    }

    private void security() {
        List<List<SecurityNeed>> alternatives = operation.security();
        boolean letIn = alternatives.isEmpty()
                || alternatives.stream().anyMatch(each -> each.stream().allMatch(this::isMet));
        alternatives.stream().flatMap(List::stream).forEach(this::understand);
        if (!letIn) {
            findings.add(
                    OpenApiRule.REQUEST_SECURITY,
                    "request",
                    "needs "
                            + alternatives.stream()
                                    .map(each -> each.stream()
                                            .map(RequestCheck::described)
                                            .collect(Collectors.joining(" and ")))
                                    .collect(Collectors.joining(", or ")),
                    null,
                    operation.node().get("security").orElse(operation.node()));
        }
    }

    private void understand(SecurityNeed need) {
        if (need.in() == SecurityNeed.In.QUERY) {
            query.understand(need.name());
        }
    }

    private boolean isMet(SecurityNeed need) {
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

    private static String described(SecurityNeed need) {
        return switch (need.in()) {
            case HEADER -> "the header " + need.name();
            case QUERY -> "the query parameter " + need.name();
            case COOKIE -> "the cookie " + need.name();
            case AUTHORIZATION -> "the header Authorization" + (need.name().isEmpty() ? "" : ": " + need.name() + "…");
            case ELSEWHERE -> need.scheme();
        };
    }
}
