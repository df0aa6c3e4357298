package dev.contract.openapi;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One exchange: where it leads, then the request, then the response. Used once. */
final class ExchangeCheck {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final OpenApiDocument document;
    private final HttpRequest request;
    private final HttpResponse response;

    ExchangeCheck(OpenApiDocument document, HttpRequest request, HttpResponse response) {
        this.document = document;
        this.request = request;
        this.response = response;
    }

    List<OpenApiFinding> findings(boolean requests, boolean responses) {
        Route route = document.route(request.method(), request.path());
        Optional<Operation> operation = route.operation();
        if (operation.isEmpty()) {
            return unknown(route);
        }
        List<OpenApiFinding> findings = new ArrayList<>();
        if (requests && response.status() < BAD_REQUEST) {
            findings.addAll(new RequestCheck(document, route, request).findings());
        }
        if (responses) {
            findings.addAll(new ResponseCheck(document, operation.get(), response).findings());
        }
        return findings;
    }

    /** A service that answers that it does not know it either is right. */
    private List<OpenApiFinding> unknown(Route route) {
        boolean refused = response.status() == NOT_FOUND || response.status() == METHOD_NOT_ALLOWED;
        Findings findings = new Findings();
        if (route.methods().isEmpty()) {
            List<String> paths = document.operations().stream()
                    .map(operation -> operation.path().toString())
                    .distinct()
                    .toList();
            String near = NearNames.nearest(request.path(), paths)
                    .map(each -> "; the nearest is " + Quoted.text(each))
                    .orElse("");
            findings.add(
                    OpenApiRule.UNDOCUMENTED_PATH,
                    refused,
                    "request path",
                    "the document knows of no such path" + near,
                    Quoted.text(request.path()),
                    document.root().get("paths").orElse(document.root()));
        } else {
            findings.add(
                    OpenApiRule.UNDOCUMENTED_METHOD,
                    refused,
                    "request method",
                    "this path has " + String.join(", ", route.methods()),
                    request.method() + " " + request.path(),
                    document.root().get("paths").orElse(document.root()));
        }
        return findings.all();
    }
}
