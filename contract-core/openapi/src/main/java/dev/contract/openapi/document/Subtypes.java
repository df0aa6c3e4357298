package dev.contract.openapi.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named schemas of a document, and which of them extend which by {@code allOf}. Immutable. */
final class Subtypes {
    private final Map<String, Node> named = new LinkedHashMap<>();
    private final Map<Node, List<Node>> children = new HashMap<>();

    Subtypes(Node document, OpenApiVersion version) {
        Optional<Node> schemas = version == OpenApiVersion.V2_0
                ? document.get("definitions")
                : document.get("components").flatMap(each -> each.get("schemas"));
        schemas.ifPresent(all -> all.allEntries().forEach(entry -> named.put(entry.name(), entry.node())));
        named.values().forEach(node -> parents(node)
                .forEach(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                        .add(node)));
    }

    private static List<Node> parents(Node node) {
        return node.elements("allOf").stream()
                .filter(each -> each.reference().isPresent())
                .flatMap(each -> each.resolved().stream())
                .toList();
    }

    Optional<Node> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** Those that extend a schema, at whatever distance, by their names. */
    Map<String, Node> of(Node base) {
        Set<Node> below = new HashSet<>();
        Deque<Node> pending = new ArrayDeque<>(List.of(base));
        while (!pending.isEmpty()) {
            children.getOrDefault(pending.remove(), List.of()).stream()
                    .filter(below::add)
                    .forEach(pending::add);
        }
        below.remove(base);
        Map<String, Node> extending = new LinkedHashMap<>(named);
        extending.values().retainAll(below);
        return extending;
    }
}
