package dev.contract.lint;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.Headers;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.presence.WholeExample;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of one request, response or message, whichever it is.
 *
 * @param name as reports call it: {@code request}, {@code response}, {@code message}
 * @param path of a request; empty for all else
 * @param metadata of a message; empty for all else
 * @param outer the content type that headers or metadata name; null when they name none
 * @param verdict of the part's own rules on its own example
 * @param written the part in the file
 * @param bodyWritten its body in the file, without the object that version 4 wraps it in; empty when there is none
 */
record Expected(
        String name,
        Kind kind,
        String path,
        Query query,
        Headers headers,
        JsonObject metadata,
        Body body,
        @Nullable ContentType outer,
        MatchingRules rules,
        Generators generators,
        Supplier<Verdict> verdict,
        JsonObject written,
        Optional<JsonValue> bodyWritten) {

    /** What it is, and so which categories of rules have anything to apply to. */
    enum Kind {
        REQUEST,
        RESPONSE,
        /** The request of a message that is answered. */
        QUESTION,
        MESSAGE;

        boolean has(Category category) {
            return switch (category) {
                case METHOD, PATH, QUERY -> this == REQUEST;
                case STATUS -> this == RESPONSE;
                case HEADER -> this == REQUEST || this == RESPONSE;
                case METADATA -> this == QUESTION || this == MESSAGE;
                case BODY -> true;
            };
        }

        /** Whether the consumer sends it. */
        boolean isAsked() {
            return this == REQUEST || this == QUESTION;
        }
    }

    /** How an example compares with its own rules, and which of them could not be used. */
    record Verdict(MatchResult result, List<Problem> problems) {}

    static Expected of(RequestPart part, JsonObject written, SpecVersion version) {
        var example = part.example();
        return new Expected(
                "request",
                Kind.REQUEST,
                example.path(),
                example.query(),
                example.headers(),
                JsonObject.EMPTY,
                example.body(),
                example.headers().contentType().orElse(null),
                part.rules(),
                part.generators(),
                () -> {
                    RequestPlan plan = PlanCompiler.request(part, version);
                    return new Verdict(plan.match(example), plan.problems());
                },
                written,
                inner(written.get("body"), version));
    }

    /** With the fields that the file leaves out of the example: rules and generators may be about them. */
    static Expected of(ResponsePart leanPart, JsonObject written, SpecVersion version) {
        ResponsePart part = WholeExample.of(leanPart);
        var example = part.example();
        return new Expected(
                "response",
                Kind.RESPONSE,
                "",
                Query.EMPTY,
                example.headers(),
                JsonObject.EMPTY,
                example.body(),
                example.headers().contentType().orElse(null),
                part.rules(),
                part.generators(),
                () -> {
                    ResponsePlan plan = PlanCompiler.response(part, version);
                    return new Verdict(plan.match(example), plan.problems());
                },
                written,
                inner(written.get("body"), version));
    }

    static Expected of(MessagePart leanPart, String name, Kind kind, JsonObject written, SpecVersion version) {
        MessagePart part = WholeExample.of(leanPart);
        return new Expected(
                name,
                kind,
                "",
                Query.EMPTY,
                Headers.EMPTY,
                part.metadata(),
                part.contents(),
                MessagePart.contentType(part.metadata()).orElse(null),
                part.rules(),
                part.generators(),
                () -> {
                    MessagePlan plan = PlanCompiler.message(part, version);
                    return new Verdict(plan.match(part.contents(), part.metadata()), plan.problems());
                },
                written,
                inner(written.get("contents"), version));
    }

    private static Optional<JsonValue> inner(Optional<JsonValue> body, SpecVersion version) {
        return version == SpecVersion.V4
                ? body.map(value -> value.asObject()
                        .flatMap(object -> object.get("content"))
                        .orElse(value))
                : body;
    }

    /** The type of its body: as declared, else as the bytes look. Only for a body that is present. */
    ContentType type() {
        return Optional.ofNullable(outer)
                .or(body::contentType)
                .orElseGet(() -> ContentTypeDetection.detect(body.bytes()));
    }

    /** Its body as JSON, with places where the file holds it as JSON, and all of it; empty when it is something else. */
    Optional<JsonValue> json() {
        if (!body.isPresent() || !type().isJson()) {
            return Optional.empty();
        }
        Optional<JsonValue> inline = bodyWritten.filter(value -> !(value instanceof JsonString) && !leavesFieldsOut());
        return inline.isPresent() ? inline : body.readJson();
    }

    private boolean leavesFieldsOut() {
        return find(Presence.ATTRIBUTE) != written;
    }

    /** What the file calls its body. */
    String bodyName() {
        return kind.has(Category.HEADER) ? ".body" : ".contents";
    }

    /** Where the body stands in the file. */
    JsonValue bodyPlace() {
        return bodyWritten.orElse(written);
    }

    /** Where a value of the body stands in the file, as far as the file has the body as JSON. */
    JsonValue findInBody(String path) {
        JsonValue found = json().filter(json -> json.location() != null).orElse(bodyPlace());
        for (Token token : RulePath.parse(path).map(RulePath::tokens).orElse(List.of())) {
            Optional<JsonValue> next = Steps.step(found, token);
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }

    /** The value that names lead to in the file, as far as they do. */
    JsonValue find(String... names) {
        JsonValue found = written;
        for (String name : names) {
            Optional<JsonValue> next = found.asObject().flatMap(object -> object.get(name));
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }

    /** Where the rules or generators of a key stand in the file, in whichever layout. */
    JsonValue findRule(String attribute, Category category, String key) {
        JsonValue all = find(attribute);
        JsonObject object = all.asObject().orElse(JsonObject.EMPTY);
        for (String name : List.of(category.text(), category.text() + "s", "content")) {
            Optional<JsonObject> keys = object.object(name);
            if (keys.isPresent() && (category.isSingle() || keys.get().has(key))) {
                return category.isSingle() ? keys.get() : keys.get().get(key).orElse(all);
            }
        }
        return flat(category, key).stream()
                .flatMap(path -> object.get(path).stream())
                .findFirst()
                .orElse(all);
    }

    /** What a rule may be called in version 2. */
    private static List<String> flat(Category category, String key) {
        String start = "$." + category.text();
        return switch (category) {
            case METHOD, PATH, STATUS -> List.of(start);
            case BODY -> List.of(start + key.substring(Math.min(1, key.length())));
            case HEADER, QUERY, METADATA ->
                List.of(start + RulePath.step(key), start + "s" + RulePath.step(key), start + "." + key);
        };
    }
}
