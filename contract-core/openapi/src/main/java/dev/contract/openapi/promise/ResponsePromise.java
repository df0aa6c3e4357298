package dev.contract.openapi.promise;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.ResponseDescription;
import dev.contract.openapi.value.BodyFlaws;
import dev.contract.openapi.value.HeaderValue;
import dev.contract.openapi.value.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an operation promises a response, or more than it. Used once. */
final class ResponsePromise {
    /** Headers that servers and networks add by themselves, or that tell of the body. */
    private static final Set<String> OF_THE_WIRE = Set.of(
            "age",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "expires",
            "keep-alive",
            "pragma",
            "proxy-authenticate",
            "proxy-connection",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "vary",
            "via",
            "warning");

    private final OpenApiDocument document;
    private final Operation operation;
    private final HttpResponse response;
    private final PromiseFindings findings;

    ResponsePromise(OpenApiDocument document, Operation operation, HttpResponse response) {
        this.document = document;
        this.operation = operation;
        this.response = response;
        this.findings = new PromiseFindings(Optional.of(operation));
    }

    List<PromiseFinding> findings() {
        Optional<ResponseDescription> described = operation.response(response.status());
        if (described.isEmpty()) {
            unknownStatus();
            return findings.all();
        }
        if (described.get().status().equalsIgnoreCase("default")) {
            findings.add(
                    PromiseCode.RESPONSE_STATUS_DEFAULT,
                    "response.status",
                    operation.title() + " describes it as any other status only",
                    Integer.toString(response.status()),
                    described.get().node());
        }
        response.headers().names().stream()
                .filter(name -> !OF_THE_WIRE.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> header(name, described.get()));
        content(described.get());
        return findings.all();
    }

    private void unknownStatus() {
        String known =
                operation.responses().stream().map(ResponseDescription::status).collect(Collectors.joining(", "));
        findings.add(
                PromiseCode.RESPONSE_STATUS_UNKNOWN,
                "response.status",
                operation.title() + " answers with " + (known.isEmpty() ? "nothing" : known),
                Integer.toString(response.status()),
                operation.node().get("responses").orElse(operation.node()));
    }

    private void header(String name, ResponseDescription described) {
        String where = "response.headers" + PromiseFindings.step(name);
        Optional<Parameter> header = described.headers().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
        if (header.isEmpty()) {
            findings.add(
                    PromiseCode.RESPONSE_HEADER_UNKNOWN,
                    where,
                    "the document knows of no such header with status " + described.status(),
                    null,
                    described.node());
        } else if (schema(header.get()).isEmpty()) {
            findings.add(
                    PromiseCode.RESPONSE_HEADER_UNVALIDATABLE,
                    where,
                    "the document does not say what values it has",
                    null,
                    header.get().node());
        } else {
            HeaderValue.of(header.get(), response.headers())
                    .map(value -> Texts.differences(
                            document.schema(schema(header.get()).orElseThrow(), Direction.RESPONSE), value))
                    .orElse(List.of())
                    .forEach(each -> findings.add(PromiseCode.RESPONSE_HEADER_INCOMPATIBLE, where, each));
        }
    }

    /** In version 2.0 the header itself is its schema, if it is one. */
    private static Optional<Node> schema(Parameter header) {
        return header.schema()
                .filter(schema ->
                        !schema.equals(header.node()) || schema.get("type").isPresent());
    }

    private void content(ResponseDescription described) {
        Optional<String> named = response.headers().first("Content-Type");
        if (described.content().isEmpty()) {
            undescribed(described, named);
            return;
        }
        if (named.isEmpty() && response.body().isPresent()) {
            findings.add(
                    PromiseCode.RESPONSE_CONTENT_TYPE_MISSING,
                    "response.headers",
                    "a body is expected without its type",
                    null,
                    described.node());
        }
        Optional<ContentType> type = named.isPresent()
                ? ContentType.parse(named.get())
                : response.body().contentType();
        Optional<MediaType> media = type.flatMap(each -> described.content().of(each));
        if (media.isPresent() && response.body().isPresent()) {
            body(type.orElseThrow(), media.get(), described);
        } else if (media.isEmpty() && named.isPresent()) {
            findings.add(
                    PromiseCode.RESPONSE_CONTENT_TYPE_INCOMPATIBLE,
                    "response.headers.Content-Type",
                    "status " + described.status() + " comes with "
                            + String.join(", ", described.content().ranges()),
                    named.get(),
                    described.node().get("content").orElse(described.node()));
        }
    }

    private void undescribed(ResponseDescription described, Optional<String> named) {
        String sentence = "the document knows of no body with status " + described.status();
        named.ifPresent(type -> findings.add(
                PromiseCode.RESPONSE_CONTENT_TYPE_UNKNOWN,
                "response.headers.Content-Type",
                sentence,
                type,
                described.node()));
        if (response.body().isPresent()) {
            findings.add(PromiseCode.RESPONSE_BODY_UNKNOWN, "response.body", sentence, null, described.node());
        }
    }

    private void body(ContentType type, MediaType media, ResponseDescription described) {
        if (media.schema().isEmpty()) {
            findings.add(
                    PromiseCode.RESPONSE_BODY_UNKNOWN,
                    "response.body",
                    "the document has no schema for " + media.range() + " with status " + described.status(),
                    null,
                    described.node());
        } else if (BodyFlaws.canJudge(type)) {
            BodyFlaws.of(document, Direction.USED, response.body(), type, media, List.of())
                    .forEach(each -> findings.add(
                            PromiseCode.RESPONSE_BODY_INCOMPATIBLE,
                            "response.body" + BodyPlace.of(each),
                            each.difference().text(),
                            each.difference().found(),
                            each.difference().rule()));
        } else {
            findings.add(
                    PromiseCode.RESPONSE_BODY_UNVALIDATABLE,
                    "response.body",
                    "bodies of the type " + type.base() + " are not compared with schemas",
                    null,
                    media.schema().get());
        }
    }
}
