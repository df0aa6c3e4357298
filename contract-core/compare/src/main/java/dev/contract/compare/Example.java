package dev.contract.compare;

import dev.contract.compare.accept.Later;
import dev.contract.compare.accept.Lists.Elements;
import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.ShapeCompiler;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a side of an interaction names at all: what it does not, has come when the other side does.
 *
 * @param body of JSON, or XML or a form as if it were JSON; empty for every other
 * @param shape what JSON is accepted; empty for every other body
 * @param presence with the fields that need not be there, which the body does not show
 */
record Example(
        Optional<JsonValue> body,
        Supplier<Optional<Shape>> shape,
        Presence presence,
        Headers headers,
        Query query,
        JsonObject metadata) {

    static Example of(RequestPart request) {
        return new Example(
                json(request.example().body(), request.example().headers()),
                shape(request.example().body(), request.rules(), Presence.NONE, true),
                Presence.NONE,
                request.example().headers(),
                request.example().query(),
                JsonObject.EMPTY);
    }

    static Example of(ResponsePart response) {
        return new Example(
                json(response.example().body(), response.example().headers()),
                shape(response.example().body(), response.rules(), response.presence(), false),
                response.presence(),
                response.example().headers(),
                Query.EMPTY,
                JsonObject.EMPTY);
    }

    static Example of(MessagePart message) {
        return new Example(
                json(message.contents(), Headers.EMPTY),
                shape(message.contents(), message.rules(), message.presence(), false),
                message.presence(),
                Headers.EMPTY,
                Query.EMPTY,
                message.metadata());
    }

    private static Supplier<Optional<Shape>> shape(Body body, MatchingRules rules, Presence presence, boolean strict) {
        return () -> body.readJson()
                .map(example -> ShapeCompiler.compile(example, rules.of(Category.BODY), presence, strict));
    }

    /** All sides of an interaction, by the names that {@link Difference#side} has for them. */
    static Map<String, Example> sides(Interaction interaction) {
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public Map<String, Example> http(HttpInteraction http) {
                Map<String, Example> sides = new LinkedHashMap<>();
                sides.put("request", of(http.request()));
                sides.put("response", of(http.response()));
                return sides;
            }

            @Override
            public Map<String, Example> asyncMessage(AsyncMessage message) {
                return Map.of("message", of(message.message()));
            }

            @Override
            public Map<String, Example> syncMessage(SyncMessage message) {
                Map<String, Example> sides = new LinkedHashMap<>();
                sides.put("request", of(message.request()));
                int answers = message.responses().size();
                for (int i = 0; i < answers; i++) {
                    sides.put(answer(i, answers), of(message.responses().get(i)));
                }
                return sides;
            }
        });
    }

    /** The name of one of the answers of a message. */
    static String answer(int position, int answers) {
        return answers == 1 ? "answer" : "answer " + (position + 1);
    }

    private static Optional<JsonValue> json(Body body, Headers headers) {
        if (!body.isPresent() || body.json().isPresent()) {
            return body.json();
        }
        if (headers.contentType()
                .or(body::contentType)
                .filter(ContentType::isForm)
                .isPresent()) {
            return Optional.of(fields(Query.parse(body.text())));
        }
        return body.readJson().or(() -> xml(body));
    }

    private static Optional<JsonValue> xml(Body body) {
        try {
            XmlElement root = XmlReader.read(body.bytes());
            return Optional.of(JsonObject.of(root.name().written(), fields(root)));
        } catch (XmlSyntaxException e) {
            return Optional.empty();
        }
    }

    /** A form as the values that it names. */
    private static JsonObject fields(Query form) {
        JsonObject.Builder fields = JsonObject.builder();
        form.names().forEach(name -> fields.put(name, form.values(name).toString()));
        return fields.build();
    }

    /** An element under the names that paths have for what is in it; of children of one name the first. */
    private static JsonObject fields(XmlElement element) {
        JsonObject.Builder fields = JsonObject.builder();
        element.attributes().forEach((name, value) -> fields.put("@" + name, value));
        if (!element.text().isEmpty()) {
            fields.put("#text", element.text());
        }
        Set<XmlName> known = new HashSet<>();
        element.children().stream()
                .filter(child -> known.add(child.name()))
                .forEach(child -> fields.put(child.name().written(), fields(child)));
        return fields.build();
    }

    /** Whether there are words for presence here: names, or fields of a body. */
    boolean knows(Mismatch.Kind part) {
        return switch (part) {
            case HEADER, QUERY, METADATA -> true;
            case BODY -> body.isPresent();
            case METHOD, PATH, STATUS, BODY_CONTENT_TYPE -> false;
        };
    }

    boolean has(Mismatch.Kind part, String path) {
        return switch (part) {
            case HEADER -> headers.has(path);
            case QUERY -> query.has(path);
            case METADATA -> metadata.has(path);
            case BODY -> at(path).isPresent();
            case METHOD, PATH, STATUS, BODY_CONTENT_TYPE -> true;
        };
    }

    /**
     * The value of the body at a path; of the elements of an array, that of the first which has one. Elements that the example does not reach
     * are as its last one.
     */
    Optional<JsonValue> at(String path) {
        return RulePath.parse(path).flatMap(this::at);
    }

    /** What is accepted at a path of JSON, in words. */
    Optional<String> accepted(RulePath path) {
        return shape.get().flatMap(accepted -> words(accepted, path));
    }

    static Optional<String> words(Shape whole, RulePath path) {
        Optional<Shape> accepted = Optional.of(whole);
        for (Token token : path.tokens()) {
            accepted = accepted.flatMap(around -> step(around, token));
        }
        return accepted.map(Shape::toString);
    }

    private static Optional<Shape> step(Shape around, Token token) {
        if (token instanceof Field field) {
            return around.objects().stream()
                    .findFirst()
                    .map(members -> members.at(field.name()))
                    .map(Later::get);
        }
        return around.arrays().stream()
                .filter(Elements.class::isInstance)
                .findFirst()
                .map(lists -> ((Elements) lists).at(0).get());
    }

    Optional<JsonValue> at(RulePath path) {
        return body.stream()
                .flatMap(value -> values(Stream.of(value), path))
                .findFirst()
                .or(() -> Optional.ofNullable(presence.optional().get(path)))
                .or(() -> Optional.ofNullable(presence.nullable().get(path)));
    }

    static Stream<JsonValue> values(Stream<JsonValue> from, RulePath path) {
        Stream<JsonValue> values = from;
        for (Token token : path.tokens()) {
            values = values.flatMap(value -> step(value, token));
        }
        return values;
    }

    private static Stream<JsonValue> step(JsonValue value, Token token) {
        if (token instanceof Field field) {
            return value.asObject().flatMap(object -> object.get(field.name())).stream();
        }
        if (token instanceof Index index) {
            return value.asArray().stream()
                    .filter(array -> !array.isEmpty())
                    .map(array -> array.get(Math.min(index.position(), array.size() - 1)));
        }
        return value.asArray().stream().flatMap(array -> array.stream());
    }
}
