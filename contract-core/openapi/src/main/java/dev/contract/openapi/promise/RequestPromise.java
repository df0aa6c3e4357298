package dev.contract.openapi.promise;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.RequestBody;
import dev.contract.openapi.document.Route;
import dev.contract.openapi.document.SecurityNeed;
import dev.contract.openapi.value.BodyFlaws;
import dev.contract.openapi.value.RequestFlaw;
import dev.contract.openapi.value.RequestFlaws;
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
    private final Route route;
    private final Operation operation;
    private final HttpRequest request;
    private final PromiseFindings findings;

    /** @param route to an operation that takes what is in the path */
    RequestPromise(OpenApiDocument document, Route route, HttpRequest request) {
        this.document = document;
        this.route = route;
        this.operation = route.operation().orElseThrow();
        this.request = request;
        this.findings = new PromiseFindings(Optional.of(operation));
    }

    List<PromiseFinding> findings() {
        RequestFlaws.of(document, route, request).stream()
                .filter(flaw -> flaw.in() != Parameter.In.PATH)
                .forEach(flaw -> findings.add(code(flaw), where(flaw), flaw.difference()));
        unknownHeaders();
        accept();
        if (operation.body().isEmpty()) {
            contentTypeOfNone();
        } else if (request.body().isPresent()) {
            body(operation.body().get());
        }
        return findings.all();
    }

    private static PromiseCode code(RequestFlaw flaw) {
        return switch (flaw.kind()) {
            case NOT_LET_IN -> PromiseCode.REQUEST_AUTHORIZATION_MISSING;
            case WRONG_VALUE, MISSING_VALUE ->
                flaw.in() == Parameter.In.QUERY
                        ? PromiseCode.REQUEST_QUERY_INCOMPATIBLE
                        : PromiseCode.REQUEST_HEADER_INCOMPATIBLE;
            case UNKNOWN_IN_QUERY -> PromiseCode.REQUEST_QUERY_UNKNOWN;
            case MISSING_BODY -> PromiseCode.REQUEST_BODY_INCOMPATIBLE;
            case UNKNOWN_BODY -> PromiseCode.REQUEST_BODY_UNKNOWN;
        };
    }

    /** What the path of the difference goes on from. */
    private static String where(RequestFlaw flaw) {
        return switch (flaw.kind()) {
            case NOT_LET_IN -> "request";
            case WRONG_VALUE, MISSING_VALUE, UNKNOWN_IN_QUERY -> place(flaw) + PromiseFindings.step(flaw.name());
            case MISSING_BODY, UNKNOWN_BODY -> "request.body";
        };
    }

    private static String place(RequestFlaw flaw) {
        if (flaw.in() == Parameter.In.QUERY) {
            return "request.query";
        }
        return flaw.in() == Parameter.In.COOKIE ? "request.headers.Cookie" : "request.headers";
    }

    private void unknownHeaders() {
        List<String> described = operation.parameters().stream()
                .filter(each -> each.in() == Parameter.In.HEADER)
                .map(Parameter::name)
                .toList();
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
                        "the document knows of no such header" + RequestFlaws.perhaps(name, described),
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

    private void contentTypeOfNone() {
        request.headers()
                .first("Content-Type")
                .ifPresent(type -> findings.add(
                        PromiseCode.REQUEST_CONTENT_TYPE_UNKNOWN,
                        "request.headers.Content-Type",
                        "the operation takes no body",
                        type,
                        operation.node()));
    }

    private void body(RequestBody described) {
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
