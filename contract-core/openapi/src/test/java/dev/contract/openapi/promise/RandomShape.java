package dev.contract.openapi.promise;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Schemas made at random, each with a value that obeys it. No name stands in two objects, and no schema is open to values of other kinds, so
 * that a value of another kind breaks it wherever it stands.
 */
final class RandomShape {
    private static final int DEEPEST = 4;

    private final RandomGenerator random;
    private final boolean isLater;
    private final boolean uses;
    private final Map<String, JsonValue> components;
    private int names;

    /** @param uses whether values may lack what they need not use: those of responses */
    RandomShape(RandomGenerator random, boolean isLater, boolean uses, Map<String, JsonValue> components) {
        this.random = random;
        this.isLater = isLater;
        this.uses = uses;
        this.components = components;
    }

    record Made(JsonValue schema, JsonValue value) {}

    /** An object that has one property at least. */
    Made root() {
        Made made = object(0);
        JsonObject schema = (JsonObject) made.schema();
        JsonObject properties = schema.object("properties").orElseThrow();
        return new Made(
                schema.with("properties", properties.with("id", json("{'type': 'integer'}"))),
                ((JsonObject) made.value()).with("id", JsonNumber.of(random.nextInt(100))));
    }

    private Made any(int depth) {
        return switch (random.nextInt(depth >= DEEPEST ? 6 : 12)) {
            case 0 ->
                new Made(json("{'type': 'string', 'maxLength': 5}"), JsonString.of("a".repeat(random.nextInt(6))));
            case 1 -> new Made(json("{'type': 'string', 'enum': ['red', 'blue']}"), JsonString.of("blue"));
            case 2 -> new Made(json("{'type': 'string', 'pattern': '^[a-z]{2}-[0-9]+$'}"), JsonString.of("ab-7"));
            case 3 ->
                new Made(json("{'type': 'integer', 'minimum': 1, 'maximum': 9}"), JsonNumber.of(1 + random.nextInt(9)));
            case 4 -> new Made(json("{'type': 'boolean'}"), JsonBoolean.of(random.nextBoolean()));
            case 5 -> nullable();
            case 6 -> array(depth);
            case 7 ->
                new Made(json("{'type': 'object', 'additionalProperties': {'type': 'integer'}}"), json("{'any': 7}"));
            case 8 -> named(object(depth));
            case 9 -> parts(depth);
            case 10 -> random.nextBoolean() ? alternatives(depth) : kinds(depth);
            default -> tree();
        };
    }

    private Made nullable() {
        String type = isLater ? "{'type': ['number', 'null']}" : "{'type': 'number', 'nullable': true}";
        return new Made(json(type), random.nextBoolean() ? JsonNull.NULL : JsonNumber.parse("1.5"));
    }

    private Made array(int depth) {
        Made element = any(depth + 1);
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            elements.add(element.value());
        }
        return new Made(
                JsonObject.builder()
                        .put("type", "array")
                        .put("items", element.schema())
                        .build(),
                JsonArray.of(elements));
    }

    private Made object(int depth) {
        JsonObject.Builder properties = JsonObject.builder();
        JsonObject.Builder value = JsonObject.builder();
        List<JsonValue> required = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = "p" + names++;
            Made property = any(depth + 1);
            properties.put(name, property.schema());
            boolean isRequired = random.nextBoolean();
            if (isRequired) {
                required.add(JsonString.of(name));
            }
            boolean mayLack = uses || !isRequired;
            if (!mayLack || random.nextInt(4) > 0) {
                value.put(name, property.value());
            }
        }
        JsonObject.Builder schema = JsonObject.builder().put("type", "object").put("properties", properties.build());
        if (!required.isEmpty()) {
            schema.put("required", JsonArray.of(required));
        }
        return new Made(schema.build(), value.build());
    }

    /** The same, with its schema among the components. */
    private Made named(Made made) {
        String name = "S" + components.size();
        components.put(name, made.schema());
        return new Made(reference(name), made.value());
    }

    private static JsonObject reference(String name) {
        return JsonObject.of("$ref", JsonString.of("#/components/schemas/" + name));
    }

    /** An object that several schemas describe together. */
    private Made parts(int depth) {
        Made one = named(object(depth + 1));
        Made other = object(depth + 1);
        return new Made(JsonObject.of("allOf", JsonArray.of(one.schema(), other.schema())), merged(one, other));
    }

    private static JsonObject merged(Made one, Made other) {
        return JsonObject.builder()
                .putAll((JsonObject) one.value())
                .putAll((JsonObject) other.value())
                .build();
    }

    /** One of two objects, of which each has a property of its own. */
    private Made alternatives(int depth) {
        Made one = named(own(object(depth + 1), "o" + names++));
        Made other = own(object(depth + 1), "o" + names++);
        boolean first = random.nextBoolean();
        JsonArray both = JsonArray.of(one.schema(), other.schema());
        return new Made(JsonObject.of(random.nextBoolean() ? "oneOf" : "anyOf", both), (first ? one : other).value());
    }

    /** With a property more that is required. */
    private static Made own(Made made, String name) {
        JsonObject schema = (JsonObject) made.schema();
        List<JsonValue> required =
                new ArrayList<>(schema.array("required").orElse(JsonArray.EMPTY).elements());
        required.add(JsonString.of(name));
        return new Made(
                schema.with(
                                "properties",
                                schema.object("properties").orElseThrow().with(name, json("{'type': 'boolean'}")))
                        .with("required", JsonArray.of(required)),
                ((JsonObject) made.value()).with(name, JsonBoolean.TRUE));
    }

    /** One of two objects, of which a property tells which. */
    private Made kinds(int depth) {
        Map<String, Made> kinds = new LinkedHashMap<>();
        List<JsonValue> references = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Made made = object(depth + 1);
            JsonObject schema = (JsonObject) made.schema();
            Made kind = named(new Made(
                    schema.with(
                            "properties",
                            schema.object("properties").orElseThrow().with("kind", json("{'type': 'string'}"))),
                    made.value()));
            String reference = ((JsonObject) kind.schema()).string("$ref").orElseThrow();
            kinds.put(reference.substring(reference.lastIndexOf('/') + 1), kind);
            references.add(kind.schema());
        }
        String chosen = List.copyOf(kinds.keySet()).get(random.nextInt(2));
        JsonObject value = (JsonObject) kinds.get(chosen).value();
        return new Made(
                JsonObject.builder()
                        .put("oneOf", JsonArray.of(references))
                        .put("discriminator", JsonObject.of("propertyName", JsonString.of("kind")))
                        .build(),
                value.with("kind", JsonString.of(chosen)));
    }

    /** A schema that refers to itself. */
    private Made tree() {
        components.putIfAbsent(
                "Tree",
                json("{'type': 'object', 'properties': {'value': {'type': 'integer'},"
                        + " 'children': {'type': 'array', 'items': {'$ref': '#/components/schemas/Tree'}}}}"));
        return new Made(
                reference("Tree"), json("{'children': [{'value': 1}, {'children': [{'value': 2, 'children': []}]}]}"));
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.replace('\'', '"'));
    }
}
