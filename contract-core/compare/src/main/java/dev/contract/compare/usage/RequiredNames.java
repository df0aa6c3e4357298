package dev.contract.compare.usage;

import dev.contract.openapi.document.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which entries every object has to have by a schema of an OpenAPI document: those that it demands itself, that any of its parts does, and
 * that each of its alternatives does that may be an object. One thread at a time.
 */
final class RequiredNames {
    private final SchemaTypes types;
    private final SchemaReading<Set<String>> names = new SchemaReading<>(Set.of(), this::read);

    RequiredNames(SchemaTypes types) {
        this.types = types;
    }

    Set<String> of(Node reference) {
        return names.of(reference);
    }

    /** What both of two demand. */
    static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private Set<String> read(Node schema) {
        Set<String> read = new HashSet<>();
        schema.elements("required").forEach(each -> each.value().asString().ifPresent(read::add));
        schema.elements("allOf").forEach(part -> read.addAll(of(part)));
        Stream.of("oneOf", "anyOf").forEach(word -> read.addAll(ofEach(schema.elements(word))));
        return read;
    }

    private Set<String> ofEach(List<Node> alternatives) {
        return alternatives.stream()
                .filter(each -> SchemaTypes.mayBeObject(types.of(each)))
                .map(this::of)
                .reduce(RequiredNames::both)
                .orElse(Set.of());
    }
}
