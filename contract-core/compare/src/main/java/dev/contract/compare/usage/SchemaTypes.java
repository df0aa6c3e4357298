package dev.contract.compare.usage;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which types a value may have by a schema of an OpenAPI document. One thread at a time. */
final class SchemaTypes {
    private static final Set<String> ALL = Collections.unmodifiableSet(
            new TreeSet<>(List.of("array", "boolean", "integer", "null", "number", "object", "string")));

    /** What says nothing of a value. */
    private static final Set<String> REMARKS = Set.of(
            "title",
            "description",
            "default",
            "example",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "externalDocs",
            "xml",
            "nullable",
            "$comment");

    private final Map<Node, Set<String>> known = new HashMap<>();

    /** The types in their order, {@code null} among them; none when the schema does not say. */
    Set<String> of(Node reference) {
        Node schema = reference.resolved().orElse(reference);
        Set<String> types = known.get(schema);
        if (types == null) {
            known.put(schema, Set.of()); // one that lies in itself does not say
            types = withNull(schema, read(schema));
            known.put(schema, types);
        }
        return types;
    }

    /** Also where the schema does not say. */
    boolean mayBeObject(Node schema) {
        Set<String> types = of(schema);
        return types.isEmpty() || types.contains("object");
    }

    private static Set<String> withNull(Node schema, Set<String> types) {
        boolean isNullable = !types.isEmpty() && (schema.is("nullable") || schema.is("x-nullable"));
        return isNullable ? union(Stream.of(types, Set.of("null"))) : types;
    }

    private static Set<String> union(Stream<Set<String>> all) {
        return all.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> read(Node schema) {
        if (isOpen(schema)) {
            return ALL;
        }
        return Stream.of(declared(schema), ofValues(schema), ofOne(schema), ofAll(schema), ofContainer(schema))
                .filter(types -> !types.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /** Whether it permits anything. */
    private static boolean isOpen(Node schema) {
        return schema.value().equals(JsonBoolean.TRUE)
                || schema.value()
                        .asObject()
                        .filter(object -> object.names().stream()
                                .allMatch(name -> REMARKS.contains(name) || name.startsWith("x-")))
                        .isPresent();
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

    /** What all parts permit that say anything. */
    private Set<String> ofAll(Node schema) {
        Set<String> types = new TreeSet<>();
        for (Node part : schema.elements("allOf")) {
            Set<String> permitted = of(part);
            if (types.isEmpty()) {
                types.addAll(permitted);
            } else if (!permitted.isEmpty()) {
                types.retainAll(permitted);
            }
        }
        return types;
    }

    private static Set<String> ofContainer(Node schema) {
        if (schema.get("properties").isPresent()
                || schema.get("additionalProperties").isPresent()) {
            return Set.of("object");
        }
        return schema.get("items").isPresent() ? Set.of("array") : Set.of();
    }
}
