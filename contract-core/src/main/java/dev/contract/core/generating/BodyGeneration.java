package dev.contract.core.generating;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies generators to a body: JSON, XML and forms; bodies of other types, and bodies that are not present, stay as they are. */
final class BodyGeneration {
    private BodyGeneration() {}

    static Body apply(Body body, @Nullable ContentType header, List<BodyGenerator> generators) {
        ContentType type = ContentTypeDetection.typeOf(body, header).orElse(ContentType.OCTET_STREAM);
        if (!body.isPresent() || generators.isEmpty()) {
            return body;
        }
        if (type.isJson()) {
            return json(body, type, generators);
        }
        if (type.isXml()) {
            return XmlGeneration.apply(body, type, generators);
        }
        return type.isForm() ? form(body, type, generators) : body;
    }

    private static Body json(Body body, ContentType type, List<BodyGenerator> generators) {
        try {
            JsonValue fresh = applied(JsonReader.read(body.text(type.charset())), generators);
            return replaced(body, fresh.toJson(), type);
        } catch (JsonSyntaxException e) {
            return unreadable(body, "JSON: " + e.reason(), generators);
        }
    }

    static Body unreadable(Body body, String what, List<BodyGenerator> generators) {
        generators
                .get(0)
                .generator()
                .refuse(Problem.warning("CONTRACT-GENERATOR", "the example is not " + what)
                        .mend("mend the example, or leave the generator out"));
        return body;
    }

    /** A form is an object of arrays; a name written without an index means all of its values. */
    private static Body form(Body body, ContentType type, List<BodyGenerator> generators) {
        JsonObject.Builder fields = JsonObject.builder();
        Query.parse(body.text(type.charset()))
                .toMap()
                .forEach((name, values) -> fields.put(
                        name,
                        JsonArray.of(values.stream()
                                .map(value -> value == null ? JsonNull.NULL : JsonString.of(value))
                                .toList())));
        List<BodyGenerator> ofValues =
                generators.stream().map(BodyGenerator::inListOfValues).toList();
        Map<String, List<@Nullable String>> fresh = new LinkedHashMap<>();
        applied(fields.build(), ofValues)
                .asObject()
                .orElseThrow()
                .forEach((name, values) -> fresh.put(name, texts(values)));
        return replaced(body, Query.of(fresh).encoded(), type);
    }

    private static List<@Nullable String> texts(JsonValue values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (JsonValue value : values.asArray().orElse(JsonArray.EMPTY)) {
            texts.add(value instanceof JsonNull ? null : value.text());
        }
        return texts;
    }

    private static JsonValue applied(JsonValue value, List<BodyGenerator> generators) {
        JsonValue fresh = value;
        for (BodyGenerator generator : generators) {
            fresh = generator.applyTo(fresh);
        }
        return fresh;
    }

    private static Body replaced(Body body, String text, ContentType type) {
        return replaced(body, text.getBytes(type.charset()));
    }

    static Body replaced(Body body, byte[] bytes) {
        return Body.of(bytes, body.contentType().orElse(null))
                .withHint(body.hint().orElse(null));
    }
}
