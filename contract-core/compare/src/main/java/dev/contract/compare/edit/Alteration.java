package dev.contract.compare.edit;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.problem.Quoted;
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
public sealed interface Alteration
        permits Alteration.OfField,
                Alteration.DropHeader,
                Alteration.OtherType,
                Alteration.DropBody,
                Alteration.Status,
                RequestAlteration {
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
        static Refusal ofRequest(String reason) {
            return new Refusal(400, reason);
        }
    }

    /** Whether a body, if it is JSON, has anything that would change; true also where that is not seen by the body alone. */
    default boolean mayConcern(Optional<JsonValue> body) {
        return true;
    }

    /**
     * Whether a difference that came of several changes may come of this one.
     *
     * @param place where it is in a body, if it is in one
     */
    default boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
        return false;
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

        /** One of the value there or of something around it, or one that takes the key away. */
        @Override
        default boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
            int depth = path().steps().size();
            return place.filter(path()::meets)
                    .map(where -> where.steps().size())
                    .filter(found -> depth <= found || (depth == found + 1 && takesAway(mismatch.missingKeys())))
                    .isPresent();
        }

        private boolean takesAway(List<String> keys) {
            int last = path().steps().size() - 1;
            return keys.stream().filter(key -> path().leadsTo(last, key)).anyMatch(key -> !nameAfter(key)
                    .equals(Optional.of(key)));
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

        /** Also of the value that has the name now. */
        @Override
        public boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
            FieldPath after = path.withLast(name);
            return OfField.super.explains(mismatch, place)
                    || place.filter(where ->
                                    after.steps().size() <= where.steps().size())
                            .filter(after::meets)
                            .isPresent();
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
        public boolean mayConcern(Optional<JsonValue> body) {
            return body.stream().flatMap(path::values).map(JsonType::typeOf).anyMatch(gone::contains);
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
        public boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
            return mismatch.kind() == Mismatch.Kind.HEADER && mismatch.where().equalsIgnoreCase(name);
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
        public boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
            return isOfBody(mismatch);
        }

        @Override
        public String toString() {
            return "as " + type;
        }
    }

    private static HttpResponse withoutBody(HttpResponse response) {
        return response.withHeaders(response.headers().without("Content-Type")).withBody(Body.EMPTY);
    }

    private static boolean isOfBody(Mismatch mismatch) {
        return switch (mismatch.kind()) {
            case BODY, BODY_CONTENT_TYPE -> true;
            case HEADER -> mismatch.where().equalsIgnoreCase("Content-Type");
            case METHOD, PATH, QUERY, STATUS, METADATA -> false;
        };
    }

    /** There is no body any more. */
    record DropBody() implements Alteration {
        @Override
        public HttpResponse head(HttpResponse response) {
            return response.body().isPresent() ? withoutBody(response) : response;
        }

        @Override
        public boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
            return isOfBody(mismatch);
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
        public boolean explains(Mismatch mismatch, Optional<FieldPath> place) {
            return mismatch.kind() == Mismatch.Kind.STATUS || (WITHOUT_BODY.contains(to) && isOfBody(mismatch));
        }

        @Override
        public String toString() {
            return "status " + to + " in place of " + from;
        }
    }
}
