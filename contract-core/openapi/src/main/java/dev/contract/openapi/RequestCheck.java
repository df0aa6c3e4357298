package dev.contract.openapi;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.RequestBody;
import dev.contract.openapi.document.Route;
import dev.contract.openapi.value.BodyFlaws;
import dev.contract.openapi.value.RequestFlaw;
import dev.contract.openapi.value.RequestFlaws;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A request held against its operation. Used once. */
final class RequestCheck {
    private final OpenApiDocument document;
    private final Route route;
    private final HttpRequest request;
    private final Findings findings = new Findings();

    /** @param route to an operation */
    RequestCheck(OpenApiDocument document, Route route, HttpRequest request) {
        this.document = document;
        this.route = route;
        this.request = request;
    }

    List<OpenApiFinding> findings() {
        RequestFlaws.of(document, route, request)
                .forEach(flaw -> findings.add(rule(flaw), Direction.REQUEST, place(flaw), flaw.difference()));
        route.operation()
                .orElseThrow()
                .body()
                .filter(described -> request.body().isPresent())
                .ifPresent(this::body);
        return findings.all();
    }

    private static OpenApiRule rule(RequestFlaw flaw) {
        return switch (flaw.kind()) {
            case NOT_LET_IN -> OpenApiRule.REQUEST_SECURITY;
            case WRONG_VALUE, MISSING_VALUE -> OpenApiRule.REQUEST_PARAMETER;
            case UNKNOWN_IN_QUERY -> OpenApiRule.UNDOCUMENTED_PARAMETER;
            case MISSING_BODY -> OpenApiRule.REQUEST_BODY_MISSING;
            case UNKNOWN_BODY -> OpenApiRule.UNDOCUMENTED_REQUEST_BODY;
        };
    }

    private static String place(RequestFlaw flaw) {
        return switch (flaw.kind()) {
            case NOT_LET_IN -> "request";
            case WRONG_VALUE -> parameter(flaw) + " $";
            case MISSING_VALUE, UNKNOWN_IN_QUERY -> parameter(flaw);
            case MISSING_BODY, UNKNOWN_BODY -> "request body";
        };
    }

    private static String parameter(RequestFlaw flaw) {
        return "request " + Objects.requireNonNull(flaw.in()).name().toLowerCase(Locale.ROOT) + " "
                + Quoted.text(flaw.name());
    }

    /** What is said of bodies holds for the one there is; whether there has to be one is said beside it. */
    private void body(RequestBody described) {
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
}
