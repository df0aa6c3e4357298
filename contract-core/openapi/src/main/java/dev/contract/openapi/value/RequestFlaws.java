package dev.contract.openapi.value;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.Parameter.In;
import dev.contract.openapi.document.RequestBody;
import dev.contract.openapi.document.Route;
import dev.contract.openapi.document.SecurityNeed;
import dev.contract.openapi.value.RequestFlaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request by what the document says of its operation, but for the content of its body. Used once. */
public final class RequestFlaws {
    private final OpenApiDocument document;
    private final Operation operation;
    private final HttpRequest request;
    private final RequestValues values;
    private final List<RequestFlaw> flaws = new ArrayList<>();

    private RequestFlaws(OpenApiDocument document, Route route, HttpRequest request) {
        this.document = document;
        this.operation = route.operation().orElseThrow();
        this.request = request;
        this.values = new RequestValues(request, route.parameters());
    }

    /**
     * All that is wrong: with who asks, with the parameters in the order of the document, and with whether there is a body.
     *
     * @param route to an operation
     */
    public static List<RequestFlaw> of(OpenApiDocument document, Route route, HttpRequest request) {
        RequestFlaws found = new RequestFlaws(document, route, request);
        found.security();
        found.operation.parameters().forEach(found::parameter);
        found.values.unknownInQuery().forEach(found::unknown);
        found.body();
        return found.flaws;
    }

    /**
     * What is wrong with the values in the path alone: nothing where the request means this operation.
     *
     * @param route to an operation
     */
    public static List<Difference> inPath(OpenApiDocument document, Route route, HttpRequest request) {
        RequestFlaws found = new RequestFlaws(document, route, request);
        found.operation.parameters().stream()
                .filter(parameter -> parameter.in() == In.PATH)
                .forEach(found::parameter);
        return found.flaws.stream()
                .filter(flaw -> flaw.kind() == Kind.WRONG_VALUE)
                .map(RequestFlaw::difference)
                .toList();
    }

    private void add(Kind kind, @Nullable In in, String name, String sentence, Node rule) {
        flaws.add(new RequestFlaw(kind, in, name, new Difference("$", sentence, "", rule, false)));
    }

    private void security() {
        List<List<SecurityNeed>> alternatives = operation.security();
        boolean letIn = alternatives.isEmpty()
                || alternatives.stream().anyMatch(each -> each.stream().allMatch(values::meets));
        alternatives.stream().flatMap(List::stream).forEach(values::understand);
        if (!letIn) {
            add(
                    Kind.NOT_LET_IN,
                    null,
                    "",
                    "needs " + SecurityNeed.described(alternatives),
                    operation.node().get("security").orElse(operation.node()));
        }
    }

    private void parameter(Parameter parameter) {
        Optional<JsonValue> value = values.value(parameter);
        if (value.isPresent()) {
            values.differences(document, parameter, value.get())
                    .forEach(each ->
                            flaws.add(new RequestFlaw(Kind.WRONG_VALUE, parameter.in(), parameter.name(), each)));
        } else if (parameter.required()) {
            add(Kind.MISSING_VALUE, parameter.in(), parameter.name(), "is required", parameter.node());
        }
    }

    private void unknown(String name) {
        List<String> known = operation.parameters().stream()
                .filter(each -> each.in() == In.QUERY)
                .map(Parameter::name)
                .toList();
        add(
                Kind.UNKNOWN_IN_QUERY,
                In.QUERY,
                name,
                "the document knows of no such parameter" + perhaps(name, known),
                operation.node());
    }

    /** {@code ; perhaps it means "limit"}, or {@code ""}. */
    public static String perhaps(String name, List<String> known) {
        return NearNames.nearest(name, known)
                .map(each -> "; perhaps it means " + Quoted.text(each))
                .orElse("");
    }

    private void body() {
        Optional<RequestBody> described = operation.body();
        boolean isThere = request.body().isPresent();
        if (described.isEmpty() && isThere) {
            add(Kind.UNKNOWN_BODY, null, "", "the operation takes no body", operation.node());
        }
        described
                .filter(body -> body.required() && !isThere)
                .ifPresent(body -> add(
                        Kind.MISSING_BODY,
                        null,
                        "",
                        "is required",
                        body.node().get("required").orElse(body.node())));
    }
}
