package dev.contract.compare;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a side of an interaction names at all: what it does not, has come when the other side does.
 *
 * @param body of JSON, or XML as if it were JSON; empty for every other
 * @param presence with the fields that need not be there, which the body does not show
 */
record Example(Optional<JsonValue> body, Presence presence, Headers headers, Query query, JsonObject metadata) {

    static Example of(RequestPart request) {
        return new Example(
                json(request.example().body()),
                Presence.NONE,
                request.example().headers(),
                request.example().query(),
                JsonObject.EMPTY);
    }

    static Example of(ResponsePart response) {
        return new Example(
                json(response.example().body()),
                response.presence(),
                response.example().headers(),
                Query.EMPTY,
                JsonObject.EMPTY);
    }

    static Example of(MessagePart message) {
        return new Example(
                json(message.contents()), message.presence(), Headers.EMPTY, Query.EMPTY, message.metadata());
    }

    /** All sides of an interaction. */
    static List<Example> sides(Interaction interaction) {
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public List<Example> http(HttpInteraction http) {
                return List.of(of(http.request()), of(http.response()));
            }

            @Override
            public List<Example> asyncMessage(AsyncMessage message) {
                return List.of(of(message.message()));
            }

            @Override
            public List<Example> syncMessage(SyncMessage message) {
                return Stream.concat(Stream.of(message.request()), message.responses().stream())
                        .map(Example::of)
                        .toList();
            }
        });
    }

    private static Optional<JsonValue> json(Body body) {
        if (!body.isPresent() || body.json().isPresent()) {
            return body.json();
        }
        try {
            return Optional.of(JsonReader.read(body.bytes()));
        } catch (JsonSyntaxException e) {
            return xml(body);
        }
    }

    private static Optional<JsonValue> xml(Body body) {
        try {
            XmlElement root = XmlReader.read(body.bytes());
            return Optional.of(JsonObject.of(root.name().written(), fields(root)));
        } catch (XmlSyntaxException e) {
            return Optional.empty();
        }
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

    /** The value of the body at a path; of the elements of an array, that of the first which has one. */
    Optional<JsonValue> at(String path) {
        return RulePath.parse(path).flatMap(this::at);
    }

    private Optional<JsonValue> at(RulePath path) {
        return body.stream()
                .flatMap(value -> values(Stream.of(value), path))
                .findFirst()
                .or(() -> Optional.ofNullable(presence.optional().get(path)))
                .or(() -> Optional.ofNullable(presence.nullable().get(path)));
    }

    private static Stream<JsonValue> values(Stream<JsonValue> from, RulePath path) {
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
                    .flatMap(array -> array.stream().skip(index.position()).limit(1));
        }
        return value.asArray().stream().flatMap(array -> array.stream());
    }
}
