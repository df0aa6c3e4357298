package dev.contract.compare.usage;

import dev.contract.openapi.document.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which entries every object has to have by a schema of an OpenAPI document: those that it demands itself, that any of its parts does, and
 * that each of its alternatives does that may be an object. Used once.
 */
final class RequiredNames {
    private static final int MOST_VISITS = 1_000;

    private final SchemaTypes types;
    private final Set<Node> around = new HashSet<>();
    private int visits;

    private RequiredNames(SchemaTypes types) {
        this.types = types;
    }

    static Set<String> of(Node schema, SchemaTypes types) {
        return new RequiredNames(types).read(schema);
    }

    /** What both of two demand. */
    static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private Set<String> read(Node reference) {
        Node schema = reference.resolved().orElse(reference);
        visits++;
        if (visits > MOST_VISITS || !around.add(schema)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        schema.elements("required").forEach(each -> each.value().asString().ifPresent(names::add));
        schema.elements("allOf").forEach(part -> names.addAll(read(part)));
        Stream.of("oneOf", "anyOf").forEach(word -> names.addAll(ofEach(schema.elements(word))));
        around.remove(schema);
        return names;
    }

    private Set<String> ofEach(List<Node> alternatives) {
        return alternatives.stream()
                .filter(types::mayBeObject)
                .map(this::read)
                .reduce(RequiredNames::both)
                .orElse(Set.of());
    }
}
