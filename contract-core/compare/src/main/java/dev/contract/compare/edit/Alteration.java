package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.openapi.document.OpenApiDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One way in which a provider may change. Paths are those of before, whatever else changes with it.
 *
 * <p>Immutable.
 */
public sealed interface Alteration {
    /** The response that comes in place of another, but for the fields of its body; the same instance when it is not concerned. */
    default HttpResponse head(HttpResponse response) {
        return response;
    }

    /**
     * Why the provider does not do any more what a request asks for; empty when it does.
     *
     * @param example the answer that it gave before
     */
    default Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
        return Optional.empty();
    }

    /** Whether nobody can tell from a request whether it is refused. */
    default boolean leavesOpen(HttpRequest request) {
        return false;
    }

    /** What comes, without a body, in place of what a request asks for. */
    record Refusal(int status, String reason) {
        private static Refusal ofRequest(String reason) {
            return new Refusal(400, reason);
        }
    }

    /** Whether a body, if it is JSON, has anything that would change; true also where that is not seen by the body alone. */
    default boolean mayConcern(Optional<JsonValue> body) {
        return true;
    }

    /**
     * A change of a field of answers, or of the whole body; where it is an element of an array, its name is its position and stays, as the
     * body does.
     */
    sealed interface OfField extends Alteration {
        FieldPath path();

        @Override
        default boolean mayConcern(Optional<JsonValue> body) {
            return body.filter(path()::isIn).isPresent();
        }

        /** What it is called then; empty when it is gone. */
        default Optional<String> nameAfter(String name) {
            return Optional.of(name);
        }

        default JsonValue valueAfter(JsonValue value) {
            return value;
        }
    }

    /** A field is no longer there. */
    record Drop(FieldPath path) implements OfField {
        @Override
        public Optional<String> nameAfter(String before) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "without " + path;
        }
    }

    /** A field has another name. */
    record Rename(FieldPath path, String name) implements OfField {
        @Override
        public Optional<String> nameAfter(String before) {
            return Optional.of(name);
        }

        @Override
        public String toString() {
            return path + " called " + Quoted.text(name);
        }
    }

    /** A field has values of another type; null is one. */
    record Retype(FieldPath path, JsonType type) implements OfField {
        @Override
        public JsonValue valueAfter(JsonValue value) {
            return type.of(value);
        }

        @Override
        public String toString() {
            return (path.steps().isEmpty() ? "body" : path) + " as " + type;
        }
    }

    /** Values of types that do not come any more are of another one, and all others stay. */
    record TypesGone(FieldPath path, Set<JsonType> gone, JsonType type) implements OfField {
        public TypesGone {
            gone = Set.copyOf(gone);
        }

        @Override
        public JsonValue valueAfter(JsonValue value) {
            return gone.contains(JsonType.typeOf(value)) ? type.of(value) : value;
        }

        @Override
        public String toString() {
            return new Retype(path, type) + " in place of "
                    + gone.stream().sorted().map(JsonType::toString).collect(Collectors.joining(", "));
        }
    }

    /** A header is no longer there. */
    record DropHeader(String name) implements Alteration {
        @Override
        public HttpResponse head(HttpResponse response) {
            return response.headers().has(name)
                    ? response.withHeaders(response.headers().without(name))
                    : response;
        }

        @Override
        public String toString() {
            return "without header " + name;
        }
    }

    /**
     * Answers of types that are not given any more have another one, and else stay as they are.
     *
     * @param gone whether a type is not given any more
     */
    record OtherType(Predicate<ContentType> gone, ContentType type) implements Alteration {
        @Override
        public HttpResponse head(HttpResponse response) {
            Body body = response.body();
            boolean isTyped =
                    body.isPresent() || response.headers().contentType().isPresent();
            return isTyped && gone.test(ActualBody.of(body, response.headers()).type())
                    ? response.withHeaders(response.headers().with("Content-Type", type.toString()))
                            .withBody(body.isPresent() ? Body.of(body.bytes(), type) : body)
                    : response;
        }

        @Override
        public String toString() {
            return "as " + type;
        }
    }

    private static HttpResponse withoutBody(HttpResponse response) {
        return response.withHeaders(response.headers().without("Content-Type")).withBody(Body.EMPTY);
    }

    /** There is no body any more. */
    record DropBody() implements Alteration {
        @Override
        public HttpResponse head(HttpResponse response) {
            return response.body().isPresent() ? withoutBody(response) : response;
        }

        @Override
        public String toString() {
            return "without body";
        }
    }

    /** Another status comes in place of one. */
    record Status(int from, int to) implements Alteration {
        private static final List<Integer> WITHOUT_BODY = List.of(204, 205, 304);

        @Override
        public HttpResponse head(HttpResponse response) {
            if (response.status() != from) {
                return response;
            }
            HttpResponse other = response.withStatus(to);
            return WITHOUT_BODY.contains(to) ? withoutBody(other) : other;
        }

        @Override
        public String toString() {
            return "status " + to + " in place of " + from;
        }
    }

    /** Requests without a header are refused. */
    record RequireHeader(String name) implements Alteration {
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
    record RequireQuery(String name) implements Alteration {
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
    record RequireField(FieldPath path) implements Alteration {
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
    record DropOperation() implements Alteration {
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
    record DropStatus() implements Alteration {
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
    record PathsMoved(OpenApiDocument before, OpenApiDocument after) implements Alteration {
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

    /** Requests that one document allowed and another does not are refused, but for those that were bad on purpose already. */
    record RequestsAllowed(OpenApiCheck before, OpenApiCheck after) implements Alteration {
        /** As if it were answered well: the check is not to pass over a request because of its answer. */
        private static final HttpResponse FINE = HttpResponse.of(200);

        private static final List<Integer> OF_BAD_REQUESTS = List.of(400, 401, 415, 422);

        @Override
        public Optional<Refusal> refusal(HttpRequest request, HttpResponse example) {
            List<String> known = errors(before, request);
            if (!known.isEmpty() && OF_BAD_REQUESTS.contains(example.status())) {
                return Optional.empty();
            }
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
