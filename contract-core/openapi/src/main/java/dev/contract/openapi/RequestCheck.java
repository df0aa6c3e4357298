package dev.contract.openapi;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.RequestBody;
import dev.contract.openapi.document.SecurityNeed;
import dev.contract.openapi.value.BodyFlaws;
import dev.contract.openapi.value.RequestValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request held against its operation. Used once. */
final class RequestCheck {
    private final OpenApiDocument document;
    private final Operation operation;
    private final HttpRequest request;
    private final RequestValues values;
    private final Findings findings = new Findings();

    RequestCheck(OpenApiDocument document, Operation operation, Map<String, String> pathValues, HttpRequest request) {
        this.document = document;
        this.operation = operation;
        this.request = request;
        this.values = new RequestValues(request, pathValues);
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
        Optional<JsonValue> value = values.value(parameter);
        if (value.isPresent()) {
            values.differences(document, parameter, value.get())
                    .forEach(
                            each -> findings.add(OpenApiRule.REQUEST_PARAMETER, Direction.REQUEST, where + " $", each));
        } else if (parameter.required()) {
            findings.add(OpenApiRule.REQUEST_PARAMETER, where, "is required", null, parameter.node());
        }
    }

    private void unknownParameters() {
        List<String> known = operation.parameters().stream()
                .filter(each -> each.in() == Parameter.In.QUERY)
                .map(Parameter::name)
                .toList();
        for (String name : values.unknownInQuery()) {
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
        BodyFlaws.of(document, Direction.REQUEST, request.body(), type.orElseThrow(), media.get(), described.fields())
                .forEach(each -> findings.add(
                        OpenApiRule.REQUEST_BODY, Direction.REQUEST, "request " + each.place(), each.difference()));
    }

    private void security() {
        List<List<SecurityNeed>> alternatives = operation.security();
        boolean letIn = alternatives.isEmpty()
                || alternatives.stream().anyMatch(each -> each.stream().allMatch(values::meets));
        alternatives.stream().flatMap(List::stream).forEach(values::understand);
        if (!letIn) {
            findings.add(
                    OpenApiRule.REQUEST_SECURITY,
                    "request",
                    "needs " + SecurityNeed.described(alternatives),
                    null,
                    operation.node().get("security").orElse(operation.node()));
        }
    }
}
