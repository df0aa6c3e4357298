package dev.contract.core.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named schemas of a document, and which of them extend which by {@code allOf}. Immutable. */
final class Subtypes {
    private static final int DEEPEST = 20;

    private final Map<String, Node> named = new LinkedHashMap<>();

    Subtypes(Node document, OpenApiVersion version) {
        Optional<Node> schemas = version == OpenApiVersion.V2_0
                ? document.get("definitions")
                : document.get("components").flatMap(each -> each.get("schemas"));
        schemas.ifPresent(all -> all.allEntries().forEach(entry -> named.put(entry.name(), entry.node())));
    }

    Optional<Node> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** Those that extend a schema, at whatever distance, by their names. */
    Map<String, Node> of(Node base) {
        Map<String, Node> extending = new LinkedHashMap<>();
        named.forEach((name, node) -> {
            if (!node.equals(base) && isBelow(node, base, 0)) {
                extending.put(name, node);
            }
        });
        return extending;
    }

    private static boolean isBelow(Node node, Node base, int depth) {
        List<Node> parents = node.elements("allOf").stream()
                .filter(each -> each.reference().isPresent())
                .flatMap(each -> each.resolved().stream())
                .toList();
        return parents.contains(base)
                || (depth < DEEPEST && parents.stream().anyMatch(each -> isBelow(each, base, depth + 1)));
    }
}
