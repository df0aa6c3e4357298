package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what was expected: a request, a response, a message, each with its rules and generators. */
final class PartReader {
    private static final int USUAL_STATUS = 200;

    private final SpecVersion version;
    private final Findings findings;

    PartReader(SpecVersion version, Findings findings) {
        this.version = version;
        this.findings = findings;
    }

    RequestPart request(JsonObject written) {
        Fields part = new Fields(written, findings);
        String method = part.text("method").orElse("GET");
        String path = part.text("path").orElse("/");
        Query query = part.value("query")
                .map(value -> QueryReader.read(value, findings))
                .orElse(Query.EMPTY);
        Headers headers = headers(part);
        Body body = body(part, "body", headers.contentType().orElse(null));
        MatchingRules rules = rules(part, "requestMatchingRules");
        Generators generators = generators(part);
        return new RequestPart(
                new HttpRequest(method, path, query, headers, body), rules, generators, rest(part, "body"));
    }

    ResponsePart response(JsonObject written) {
        Fields part = new Fields(written, findings);
        int status = part.value("status").map(this::status).orElse(USUAL_STATUS);
        Headers headers = headers(part);
        Body body = body(part, "body", headers.contentType().orElse(null));
        MatchingRules rules = rules(part, "responseMatchingRules");
        Generators generators = generators(part);
        JsonObject extra = rest(part, "body");
        presence(written, extra);
        return new ResponsePart(new HttpResponse(status, headers, body), rules, generators, extra);
    }

    /** A message on its own: the request or a response of a synchronous one. */
    MessagePart message(JsonObject written) {
        Fields part = new Fields(written, findings);
        MessagePart message = message(part);
        JsonObject extra = message.presence().addTo(rest(part, "contents"));
        return new MessagePart(message.contents(), message.metadata(), message.rules(), message.generators(), extra);
    }

    /** The attributes of a message among others; what nobody asked for stays with the fields. */
    MessagePart message(Fields part) {
        JsonObject metadata =
                part.object("metaData").or(() -> part.object("metadata")).orElse(JsonObject.EMPTY);
        Body contents = body(part, "contents", MessagePart.contentType(metadata).orElse(null));
        JsonObject own = part.object(Presence.ATTRIBUTE)
                .map(presence -> JsonObject.of(Presence.ATTRIBUTE, presence))
                .orElse(JsonObject.EMPTY);
        presence(part.object(), own);
        return new MessagePart(contents, metadata, rules(part, "matchingRules"), generators(part), own);
    }

    private void presence(JsonObject place, JsonObject attributes) {
        for (String path : Presence.unreadable(attributes)) {
            findings.add(
                    place.get(Presence.ATTRIBUTE).orElse(place),
                    Problem.warning(
                                    Findings.RULE,
                                    "a path of what is agreed on keys cannot be used, so it says nothing")
                            .found(Quoted.text(path))
                            .mend("write the path of a field, such as $.items[*].id"));
        }
    }

    /** What is left over of a part, that of its body object included. */
    JsonObject rest(Fields part, String body) {
        JsonObject rest = part.rest();
        Optional<JsonObject> object =
                version == SpecVersion.V4 ? part.take(body).flatMap(JsonValue::asObject) : Optional.empty();
        JsonObject left = object.map(BodyObjectReader::rest).orElse(JsonObject.EMPTY);
        return left.isEmpty() ? rest : rest.with(body, left);
    }

    private Headers headers(Fields part) {
        return part.object("headers")
                .map(fields -> HeadersReader.read(fields, findings))
                .orElse(Headers.EMPTY);
    }

    private Body body(Fields part, String name, @Nullable ContentType type) {
        return BodyReader.read(version, part, name, type);
    }

    private MatchingRules rules(Fields part, String oldName) {
        return part.object("matchingRules")
                .or(() -> part.object(oldName))
                .map(rules -> new RulesReader(findings).read(rules))
                .orElse(MatchingRules.NONE);
    }

    private Generators generators(Fields part) {
        return part.object("generators")
                .map(written -> new GeneratorsReader(findings).read(written))
                .orElse(Generators.NONE);
    }

    private int status(JsonValue value) {
        OptionalInt status = value.count();
        if (status.isEmpty()) {
            findings.add(
                    value,
                    Problem.error(Findings.FILE, "the status of a response must be a whole number")
                            .found(Findings.found(value))
                            .mend("write a status such as 200"));
        }
        return status.orElse(USUAL_STATUS);
    }
}
