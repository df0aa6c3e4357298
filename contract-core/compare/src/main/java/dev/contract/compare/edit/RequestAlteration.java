package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.openapi.document.OpenApiDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One way in which a provider may change what it makes of requests: those that it does not take any more get something else than before.
 *
 * <p>Immutable.
 */
public sealed interface RequestAlteration extends Alteration {
    /** Requests without a header are refused. */
    record RequireHeader(String name) implements RequestAlteration {
        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            return request.headers().has(name)
                    ? Optional.empty()
                    : Optional.of(Refusal.ofRequest("the request has no header " + name));
        }

        @Override
        public String toString() {
            return "header " + name + " required";
        }
    }

    /** Requests without a query parameter are refused. */
    record RequireQuery(String name) implements RequestAlteration {
        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            return request.query().has(name)
                    ? Optional.empty()
                    : Optional.of(Refusal.ofRequest("the request has no query parameter " + Quoted.text(name)));
        }

        @Override
        public String toString() {
            return "query parameter " + name + " required";
        }
    }

    /**
     * Requests whose JSON body has no such field, or not throughout, and forms without a field of the name are refused, and those that should
     * have a body, by their method, and have none. Of bodies of other kinds that have fields nobody can tell.
     */
    record RequireField(FieldPath path) implements RequestAlteration {
        private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");

        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            if (!request.body().isPresent()) {
                return WITH_BODY.contains(request.method())
                        ? Optional.of(Refusal.ofRequest("the request has no body, and so no " + path))
                        : Optional.empty();
            }
            return isIn(ActualBody.of(request.body(), request.headers()))
                    .filter(isIn -> !isIn)
                    .map(missing -> Refusal.ofRequest("the request has no " + path));
        }

        @Override
        public boolean leavesOpen(HttpRequest request) {
            return request.body().isPresent()
                    && isIn(ActualBody.of(request.body(), request.headers())).isEmpty();
        }

        private Optional<Boolean> isIn(ActualBody body) {
            ContentType type = body.type();
            if (type.isForm() && path.steps().size() == 1) {
                return Optional.of(Query.parse(body.text()).has(path.steps().get(0)));
            }
            boolean hasFields = type.isJson() || type.isXml() || type.isForm() || type.isMultipart();
            return hasFields ? body.json().map(path::isThroughout) : Optional.of(true);
        }

        @Override
        public String toString() {
            return path + " required";
        }
    }

    /** The operation is gone. */
    record DropOperation() implements RequestAlteration {
        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            return Optional.of(new Refusal(404, "there is no such operation any more"));
        }

        @Override
        public String toString() {
            return "gone";
        }
    }

    /** A status does not come any more; what comes in its place is not said. */
    record DropStatus() implements RequestAlteration {
        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            int other = example.status() == 500 ? 501 : 500;
            return Optional.of(new Refusal(other, "there is no status " + example.status() + " any more"));
        }

        @Override
        public String toString() {
            return "gone";
        }
    }

    /** The paths of one document began with something else than those of another: what still goes to the old ones meets nobody. */
    record PathsMoved(OpenApiDocument before, OpenApiDocument after) implements RequestAlteration {
        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            boolean served = before.routes(request.method(), request.path()).stream()
                    .flatMap(route -> route.operation().stream())
                    .map(Operation::of)
                    .anyMatch(operation ->
                            after.operations().stream().map(Operation::of).anyMatch(operation::isSame));
            return served && after.routes(request.method(), request.path()).isEmpty()
                    ? Optional.of(new Refusal(404, "the paths of the new document are below " + bases()))
                    : Optional.empty();
        }

        private String bases() {
            return after.basePaths().isEmpty() ? "/" : String.join(", ", after.basePaths());
        }

        @Override
        public String toString() {
            return "paths below " + bases();
        }
    }

    /** Requests that one document allowed and another does not are refused, but for those that get the answer of bad ones already. */
    record RequestsAllowed(OpenApiCheck before, OpenApiCheck after) implements RequestAlteration {
        /** As if it were answered well: the check is not to pass over a request because of its answer. */
        private static final HttpResponse FINE = HttpResponse.of(200);

        private static final List<Integer> OF_BAD_REQUESTS = List.of(400, 401, 415, 422);

        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            if (OF_BAD_REQUESTS.contains(example.status())) {
                return Optional.empty();
            }
            List<String> known = errors(before, request);
            return errors(after, request).stream()
                    .filter(Predicate.not(known::contains))
                    .reduce((one, other) -> one + "; " + other)
                    .map(Refusal::ofRequest);
        }

        private static List<String> errors(OpenApiCheck check, HttpRequest request) {
            return check.withoutResponses().check(request, FINE).errors().stream()
                    .filter(each -> each.rule().name().startsWith("REQUEST_"))
                    .map(each -> each.where() + " " + each.sentence())
                    .toList();
        }

        @Override
        public String toString() {
            return "requests by the new document";
        }
    }
}
