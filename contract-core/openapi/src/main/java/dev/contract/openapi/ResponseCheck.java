package dev.contract.openapi;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.ResponseDescription;
import dev.contract.openapi.value.BodyFlaws;
import dev.contract.openapi.value.HeaderValue;
import dev.contract.openapi.value.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A response held against its operation. Used once. */
final class ResponseCheck {
    private final OpenApiDocument document;
    private final Operation operation;
    private final HttpResponse response;
    private final Findings findings = new Findings();

    ResponseCheck(OpenApiDocument document, Operation operation, HttpResponse response) {
        this.document = document;
        this.operation = operation;
        this.response = response;
    }

    List<OpenApiFinding> findings() {
        Optional<ResponseDescription> described = operation.response(response.status());
        if (described.isEmpty()) {
            String known = operation.responses().stream()
                    .map(ResponseDescription::status)
                    .collect(Collectors.joining(", "));
            findings.add(
                    OpenApiRule.UNDOCUMENTED_STATUS,
                    "response status",
                    operation.title() + " answers with " + (known.isEmpty() ? "nothing" : known),
                    Integer.toString(response.status()),
                    operation.node().get("responses").orElse(operation.node()));
            return findings.all();
        }
        described.get().headers().forEach(this::header);
        body(described.get());
        return findings.all();
    }

    private void header(Parameter header) {
        String where = "response header " + header.name();
        Optional<JsonValue> value = HeaderValue.of(header, response.headers());
        if (value.isEmpty()) {
            if (header.required()) {
                findings.add(OpenApiRule.RESPONSE_HEADER, where, "is required", null, header.node());
            }
            return;
        }
        header.schema()
                .map(schema -> Texts.differences(document.schema(schema, Direction.RESPONSE), value.get()))
                .orElse(List.of())
                .forEach(each -> findings.add(OpenApiRule.RESPONSE_HEADER, Direction.RESPONSE, where + " $", each));
    }

    private void body(ResponseDescription described) {
        if (response.body().isPresent()) {
            present(described);
        } else if (!described.content().isEmpty() && mayHaveBody()) {
            findings.add(
                    OpenApiRule.RESPONSE_BODY_MISSING,
                    "response body",
                    "is to be " + String.join(", ", described.content().ranges()),
                    "no body",
                    described.node());
        }
    }

    private boolean mayHaveBody() {
        return !operation.method().equals("HEAD") && response.status() != 204 && response.status() != 304;
    }

    private void present(ResponseDescription described) {
        Optional<ContentType> type =
                response.headers().contentType().or(() -> response.body().contentType());
        String found = type.map(ContentType::toString).orElse("no Content-Type");
        if (described.content().isEmpty()) {
            findings.add(
                    OpenApiRule.UNDOCUMENTED_BODY,
                    "response body",
                    "the document knows of no body with status " + described.status(),
                    found + ", " + response.body().bytes().length + " bytes",
                    described.node());
            return;
        }
        Optional<MediaType> media = type.flatMap(each -> described.content().of(each));
        if (media.isEmpty()) {
            findings.add(
                    OpenApiRule.UNDOCUMENTED_CONTENT_TYPE,
                    "response header Content-Type",
                    "status " + described.status() + " comes with "
                            + String.join(", ", described.content().ranges()),
                    found,
                    described.node().get("content").orElse(described.node()));
            return;
        }
        BodyFlaws.of(document, Direction.RESPONSE, response.body(), type.orElseThrow(), media.get(), List.of())
                .forEach(each -> findings.add(
                        OpenApiRule.RESPONSE_BODY, Direction.RESPONSE, "response " + each.place(), each.difference()));
    }
}
