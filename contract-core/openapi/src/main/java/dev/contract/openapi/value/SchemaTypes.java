package dev.contract.openapi.value;

import dev.contract.openapi.document.Node;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a schema says of types, its parts and alternatives looked through: texts have to be read by it. */
final class SchemaTypes {
    private final Set<Node> seen = new HashSet<>();
    private final Set<String> types = new LinkedHashSet<>();

    private SchemaTypes() {}

    /** The types that a schema speaks of; none when any will do. */
    static Set<String> of(Optional<Node> schema) {
        SchemaTypes types = new SchemaTypes();
        schema.ifPresent(types::collect);
        return types.types;
    }

    private void collect(Node schema) {
        Optional<Node> resolved = schema.resolved();
        if (resolved.isEmpty() || !seen.add(resolved.get())) {
            return;
        }
        Node node = resolved.get();
        node.get("type").ifPresent(type -> {
            type.value().asString().ifPresent(types::add);
            type.elements().forEach(each -> each.value().asString().ifPresent(types::add));
        });
        Stream.of("allOf", "anyOf", "oneOf").forEach(name -> node.elements(name).forEach(this::collect));
    }

    /** The schema of a property, or of the elements ({@code items}), wherever in parts and alternatives it stands. */
    static Optional<Node> part(Optional<Node> schema, String... names) {
        return schema.flatMap(node -> part(node, new HashSet<>(), names));
    }

    private static Optional<Node> part(Node schema, Set<Node> seen, String... names) {
        Optional<Node> resolved = schema.resolved().filter(seen::add);
        Optional<Node> own = resolved;
        for (String name : names) {
            own = own.flatMap(each -> each.get(name));
        }
        return own.or(() -> resolved.flatMap(node -> Stream.of("allOf", "anyOf", "oneOf")
                .flatMap(name -> node.elements(name).stream())
                .flatMap(each -> part(each, seen, names).stream())
                .findFirst()));
    }
}
