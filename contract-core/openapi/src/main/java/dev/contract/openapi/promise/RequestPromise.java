package dev.contract.openapi.promise;

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether an operation takes a request. Used once. */
final class RequestPromise {
    /** Headers that clients and networks send whoever they talk to. */
    private static final Set<String> OF_THE_WIRE = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "origin",
            "pragma",
            "referer",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via");

    private final OpenApiDocument document;
    private final Operation operation;
    private final RequestValues values;
    private final HttpRequest request;
    private final PromiseFindings findings;

    RequestPromise(OpenApiDocument document, Operation operation, RequestValues values, HttpRequest request) {
        this.document = document;
        this.operation = operation;
        this.values = values;
        this.request = request;
        this.findings = new PromiseFindings(Optional.of(operation));
    }

    List<PromiseFinding> findings() {
        security();
        operation.parameters().forEach(this::parameter);
        unknownInQuery();
        unknownHeaders();
        accept();
        if (operation.body().isPresent()) {
            body(operation.body().get());
        } else {
            undescribedBody();
        }
        return findings.all();
    }

    private void security() {
        List<List<SecurityNeed>> alternatives = operation.security();
        boolean letIn = alternatives.isEmpty()
                || alternatives.stream().anyMatch(each -> each.stream().allMatch(values::meets));
        alternatives.stream().flatMap(List::stream).forEach(values::understand);
        if (!letIn) {
            findings.add(
                    PromiseCode.REQUEST_AUTHORIZATION_MISSING,
                    "request",
                    "needs " + SecurityNeed.described(alternatives),
                    null,
                    operation.node().get("security").orElse(operation.node()));
        }
    }

    private void parameter(Parameter parameter) {
        if (parameter.in() == Parameter.In.PATH) {
            return;
        }
        boolean isQuery = parameter.in() == Parameter.In.QUERY;
        PromiseCode code = isQuery ? PromiseCode.REQUEST_QUERY_INCOMPATIBLE : PromiseCode.REQUEST_HEADER_INCOMPATIBLE;
        String where = isQuery
                ? "request.query" + PromiseFindings.step(parameter.name())
                : parameter.in() == Parameter.In.COOKIE
                        ? "request.headers.Cookie" + PromiseFindings.step(parameter.name())
                        : "request.headers" + PromiseFindings.step(parameter.name());
        Optional<JsonValue> value = values.value(parameter);
        if (value.isPresent()) {
            values.differences(document, parameter, value.get()).forEach(each -> findings.add(code, where, each));
        } else if (parameter.required()) {
            findings.add(code, where, "is required", null, parameter.node());
        }
    }

    private void unknownInQuery() {
        List<String> known = names(Parameter.In.QUERY);
        for (String name : values.unknownInQuery()) {
            findings.add(
                    PromiseCode.REQUEST_QUERY_UNKNOWN,
                    "request.query" + PromiseFindings.step(name),
                    "the document knows of no such parameter" + near(name, known),
                    null,
                    operation.node());
        }
    }

    private List<String> names(Parameter.In place) {
        return operation.parameters().stream()
                .filter(each -> each.in() == place)
                .map(Parameter::name)
                .toList();
    }

    private static String near(String name, List<String> known) {
        return NearNames.nearest(name, known)
                .map(each -> "; perhaps it means " + Quoted.text(each))
                .orElse("");
    }

    private void unknownHeaders() {
        List<String> described = names(Parameter.In.HEADER);
        Set<String> known = new HashSet<>(OF_THE_WIRE);
        described.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        operation.security().stream()
                .flatMap(List::stream)
                .filter(need -> need.in() == SecurityNeed.In.HEADER)
                .forEach(need -> known.add(need.name().toLowerCase(Locale.ROOT)));
        for (String name : request.headers().names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!known.contains(lower) && !lower.startsWith("if-")) {
                findings.add(
                        PromiseCode.REQUEST_HEADER_UNKNOWN,
                        "request.headers" + PromiseFindings.step(name),
                        "the document knows of no such header" + near(name, described),
                        null,
                        operation.node());
            }
        }
    }

    private void accept() {
        List<String> accepted = request.headers().values("Accept");
        List<String> produced = operation.responses().stream()
                .flatMap(response -> response.content().ranges().stream())
                .distinct()
                .toList();
        if (!accepted.isEmpty() && !produced.isEmpty() && !MediaRanges.anyMeets(accepted, produced)) {
            findings.add(
                    PromiseCode.REQUEST_ACCEPT_INCOMPATIBLE,
                    "request.headers.Accept",
                    "the operation answers with " + String.join(", ", produced),
                    String.join(", ", accepted),
                    operation.node().get("responses").orElse(operation.node()));
        }
    }

    private void undescribedBody() {
        request.headers()
                .first("Content-Type")
                .ifPresent(type -> findings.add(
                        PromiseCode.REQUEST_CONTENT_TYPE_UNKNOWN,
                        "request.headers.Content-Type",
                        "the operation takes no body",
                        type,
                        operation.node()));
        if (request.body().isPresent()) {
            findings.add(
                    PromiseCode.REQUEST_BODY_UNKNOWN,
                    "request.body",
                    "the operation takes no body",
                    null,
                    operation.node());
        }
    }

    private void body(RequestBody described) {
        if (!request.body().isPresent()) {
            if (described.required()) {
                findings.add(
                        PromiseCode.REQUEST_BODY_INCOMPATIBLE,
                        "request.body",
                        "is required",
                        null,
                        described.node().get("required").orElse(described.node()));
            }
            return;
        }
        Optional<ContentType> named = request.headers().contentType();
        if (!request.headers().has("Content-Type")) {
            findings.add(
                    PromiseCode.REQUEST_CONTENT_TYPE_MISSING,
                    "request.headers",
                    "a body is sent without its type",
                    null,
                    described.node());
        }
        Optional<ContentType> type = named.or(() -> request.body().contentType());
        Optional<MediaType> media = type.flatMap(each -> described.content().of(each));
        if (media.isPresent()) {
            body(described, type.orElseThrow(), media.get());
        } else if (request.headers().has("Content-Type")) {
            findings.add(
                    PromiseCode.REQUEST_CONTENT_TYPE_INCOMPATIBLE,
                    "request.headers.Content-Type",
                    "the operation takes "
                            + String.join(", ", described.content().ranges()),
                    String.join(", ", request.headers().values("Content-Type")),
                    described.node().get("content").orElse(described.node()));
        }
    }

    private void body(RequestBody described, ContentType type, MediaType media) {
        if (BodyFlaws.canJudge(type)) {
            BodyFlaws.of(document, Direction.REQUEST, request.body(), type, media, described.fields())
                    .forEach(each -> findings.add(
                            PromiseCode.REQUEST_BODY_INCOMPATIBLE,
                            "request.body" + BodyPlace.of(each),
                            each.difference().text(),
                            each.difference().found(),
                            each.difference().rule()));
        } else {
            findings.add(
                    PromiseCode.REQUEST_BODY_UNVALIDATABLE,
                    "request.body",
                    "bodies of the type " + type.base() + " are not compared with schemas",
                    null,
                    media.schema().orElse(described.node()));
        }
    }
}
