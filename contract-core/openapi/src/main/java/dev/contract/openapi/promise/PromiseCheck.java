package dev.contract.openapi.promise;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Route;
import dev.contract.openapi.value.RequestFlaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a document promises what a consumer relies on.
 *
 * <pre>{@code
 * List<PromiseFinding> findings = new PromiseCheck(document).check(request, response);
 * }</pre>
 *
 * <p>Immutable and thread-safe. Requests that are answered with a status from 400 on are not looked into: they are bad on purpose.
 */
public final class PromiseCheck {
    private static final int BAD_REQUEST = 400;

    private final OpenApiDocument document;

    public PromiseCheck(OpenApiDocument document) {
        this.document = document;
    }

    /** What of an expected exchange the document does not promise; of a path that it does not serve no more than that. */
    public List<PromiseFinding> check(HttpRequest request, HttpResponse response) {
        List<Route> routes = document.routes(method(request), request.path());
        // a value in the path that its parameter does not allow leads elsewhere
        Optional<Route> meant = routes.stream()
                .filter(route -> RequestFlaws.inPath(document, route, request).isEmpty())
                .findFirst();
        if (meant.isEmpty()) {
            return unknown(request, routes);
        }
        List<PromiseFinding> findings = new ArrayList<>();
        if (response.status() < BAD_REQUEST) {
            findings.addAll(new RequestPromise(document, meant.get(), request).findings());
        }
        findings.addAll(new ResponsePromise(document, meant.get().operation().orElseThrow(), response).findings());
        return findings;
    }

    private static String method(HttpRequest request) {
        return request.method().toUpperCase(Locale.ROOT);
    }

    private List<PromiseFinding> unknown(HttpRequest request, List<Route> routes) {
        PromiseFindings findings = new PromiseFindings(Optional.empty());
        String found = request.method() + " " + request.path();
        if (routes.isEmpty()) {
            Route elsewhere = document.route(method(request), request.path());
            boolean isBelow = elsewhere.operation().isPresent();
            findings.add(
                    isBelow ? PromiseCode.REQUEST_BASE_PATH_MISSING : PromiseCode.REQUEST_PATH_OR_METHOD_UNKNOWN,
                    "request.path",
                    isBelow
                            ? "the paths of the document are below " + String.join(", ", document.basePaths())
                            : unknown(request, elsewhere),
                    found,
                    document.root().get("paths").orElse(document.root()));
        } else {
            Difference wrong =
                    RequestFlaws.inPath(document, routes.get(0), request).get(0);
            findings.add(
                    PromiseCode.REQUEST_PATH_OR_METHOD_UNKNOWN,
                    "request.path",
                    "the document knows of no such path; in "
                            + routes.get(0).operation().orElseThrow().title() + " the value "
                            + wrong.found() + " does not fit: " + wrong.text(),
                    found,
                    wrong.rule());
        }
        return findings.all();
    }

    private String unknown(HttpRequest request, Route elsewhere) {
        if (!elsewhere.methods().isEmpty()) {
            return "this path has " + String.join(", ", elsewhere.methods());
        }
        List<String> paths = document.operations().stream()
                .map(operation -> operation.path().toString())
                .distinct()
                .toList();
        return "the document knows of no such path"
                + NearNames.nearest(request.path(), paths)
                        .map(each -> "; the nearest is " + Quoted.text(each))
                        .orElse("");
    }
}
