package dev.contract.compare.usage;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Node;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which types a value may have by a schema of an OpenAPI document. One thread at a time. */
final class SchemaTypes {
    private final SchemaReading<Set<String>> types =
            new SchemaReading<>(Set.of(), schema -> withNull(schema, read(schema)));

    /** The types in their order, {@code null} among them; none when the schema does not say. */
    Set<String> of(Node reference) {
        return types.of(reference);
    }

    /** Also where a schema does not say. */
    static boolean mayBeObject(Set<String> types) {
        return types.isEmpty() || types.contains("object");
    }

    /** What two permit that both are to be kept to; one that does not say permits all, and of two that contradict each other one counts. */
    static Set<String> both(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Set<String> both = Stream.concat(
                        one.stream().filter(type -> permits(other, type)),
                        other.stream().filter(type -> permits(one, type)))
                .collect(Collectors.toCollection(TreeSet::new));
        return both.isEmpty() ? one : both;
    }

    /** Integers are numbers. */
    static boolean permits(Set<String> types, String type) {
        return types.contains(type) || (type.equals("integer") && types.contains("number"));
    }

    private static Set<String> withNull(Node schema, Set<String> types) {
        boolean isNullable = !types.isEmpty() && (schema.is("nullable") || schema.is("x-nullable"));
        return isNullable ? union(Stream.of(types, Set.of("null"))) : types;
    }

    private static Set<String> union(Stream<Set<String>> all) {
        return all.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> read(Node schema) {
        return Stream.of(declared(schema), ofValues(schema), ofOne(schema), ofAll(schema), ofContainer(schema))
                .filter(types -> !types.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private static Set<String> declared(Node schema) {
        Set<String> types = new TreeSet<>();
        schema.text("type").ifPresent(types::add);
        schema.elements("type").forEach(each -> each.value().asString().ifPresent(types::add));
        return types;
    }

    private static Set<String> ofValues(Node schema) {
        return Stream.concat(schema.elements("enum").stream(), schema.get("const").stream())
                .map(each -> type(each.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String type(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.isInteger() ? "integer" : "number";
        }
        return value.kind().name().toLowerCase(Locale.ROOT);
    }

    /** All that some alternative permits, unless one of them does not say. */
    private Set<String> ofOne(Node schema) {
        List<Set<String>> alternatives = Stream.of("oneOf", "anyOf")
                .flatMap(name -> schema.elements(name).stream())
                .map(this::of)
                .toList();
        return alternatives.stream().anyMatch(Set::isEmpty) ? Set.of() : union(alternatives.stream());
    }

    /** What all parts permit. */
    private Set<String> ofAll(Node schema) {
        return schema.elements("allOf").stream().map(this::of).reduce(Set.of(), SchemaTypes::both);
    }

    private static Set<String> ofContainer(Node schema) {
        if (schema.get("properties").isPresent()
                || schema.get("additionalProperties").isPresent()) {
            return Set.of("object");
        }
        return schema.get("items").isPresent() ? Set.of("array") : Set.of();
    }
}
